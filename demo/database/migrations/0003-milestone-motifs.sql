-- Which of the three drawings a person chose for a milestone of their own.
alter table milestones add column motif smallint check (motif between 1 and 3);
