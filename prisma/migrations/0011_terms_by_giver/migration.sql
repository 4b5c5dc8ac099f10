-- The question of each row: does a term of its giver, for its category, reach this viewer?
CREATE INDEX "agreement_term_giver_agency_id_category_idx" ON "agreement_term"("giver_agency_id", "category");
