-- Why an objection does not hold for what an agency gives, in its manager's or the custodian's words.
alter table taking_away add column answer text;
