-- The catalogs of stories that servers follow together: of each story, the last one counts. A table of its own beside that of
-- the single catalog, which servers of earlier versions read without a name.
create table story (
    version     bigint primary key,
    -- the first part of the story's addresses
    name        text not null,
    -- empty if the story was removed
    hash        text not null,
    -- a folder as a zip archive; null if the story was removed
    archive     bytea,
    pushed      timestamptz not null default now()
);

create index story_by_name on story (name, version);
