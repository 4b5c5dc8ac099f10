-- Made, or changed in what it is compared by, by somebody typing: no machine links on its word. What no
-- file gave is held to be typed.
alter table record add column by_hand boolean not null default true;
-- Written by the change of type, since row security lets the owner update nothing.
alter table record alter column by_hand drop default;
alter table record alter column by_hand type boolean using (origin = 'worker');
alter table record alter column by_hand set default true;

-- Records that came together to a person by a link nobody has confirmed: sure of one another, and of nobody else there.
alter table record add column sure_of uuid;

-- A steward said "the same", and only a custodian decides by now: the id by which it is listed among links.
alter table link_candidate add column waits_as uuid;
create index link_candidate_waits on link_candidate (waits_as) where waits_as is not null;
