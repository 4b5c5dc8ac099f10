-- What stands in a number's place is kept as it was typed, and is no number.
alter table identifier drop constraint identifier_check,
  add constraint identifier_check check (check_state in ('ok', 'warning', 'none'));
