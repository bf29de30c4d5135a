-- An e-mail address is compared too: a creator who gets one is compared anew.
create trigger searchable_inserted after insert on creator_email referencing new table as changed
    for each statement execute function mark_creators();
