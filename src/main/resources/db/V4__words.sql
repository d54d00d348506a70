-- The same as before in plain SQL, which the database computes within a query instead of calling it: a search for words in all
-- rows takes about a third of the time. Not strict, because only what is not strict can become part of a query; null stays null.

create or replace function folded(said text) returns text
    language sql immutable parallel safe as $$
    select case
        when octet_length(said) = char_length(said) then lower(said collate "C") collate "default"
        else lower(upper(said collate "und-x-icu") collate "und-x-icu") collate "default"
    end $$;

create or replace function unaccented(said text, marks text) returns text
    language sql immutable parallel safe as $$
    select case
        when octet_length(said) = char_length(said) then said
        else regexp_replace(normalize(said, NFD), marks, '', 'g')
    end $$;
