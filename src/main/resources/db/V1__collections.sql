-- What every collection shares. Each load of a collection makes two tables of its own beside these, named by its version:
-- items_<version> (one row a record) and cells_<version> (how many records each square of the map has, by level).

create table collection (
    id          text primary key,
    version     bigint not null unique,
    -- title, description, source, licence; texts by language
    about       json not null,
    -- properties in their order, each with name, type, title, unit, role; and what the geometries are
    schema      json not null,
    -- west, south, east, north; null where no record has a geometry
    extent      double precision[],
    time_first  date,
    time_last   date,
    records     bigint not null,
    unlocated   bigint not null,
    -- the deepest level of squares in cells_<version>; 0 where there are none
    cell_levels integer not null default 0,
    loaded      timestamptz not null default now()
);

create sequence version;

-- A load that is under way or was interrupted: how far its file has been read.
create table load (
    collection  text primary key,
    version     bigint not null unique,
    -- the file's name, length and the digest of its beginning and of the mapping: the same load or another
    fingerprint text not null,
    rows_read   bigint not null,
    rejected    bigint not null,
    started     timestamptz not null default now()
);

-- The catalog that servers follow: a folder as a zip archive. The last one counts.
create table catalog (
    version     bigint primary key,
    hash        text not null,
    archive     bytea not null,
    pushed      timestamptz not null default now()
);

-- The first and the last day of a date as it is stated: 2025, 2025-03 or 2025-03-11; null for null. Not declared strict:
-- so they are expanded where they stand, and a million dates take a second.
create function first_day(stated text) returns date
    language sql immutable parallel safe
    return make_date(
        substr(stated, 1, 4)::int,
        case when length(stated) > 4 then substr(stated, 6, 2)::int else 1 end,
        case when length(stated) > 7 then substr(stated, 9, 2)::int else 1 end);

create function last_day(stated text) returns date
    language sql immutable parallel safe
    return case
        when length(stated) > 7 then first_day(stated)
        when length(stated) > 4 then (first_day(stated) + interval '1 month - 1 day')::date
        else make_date(substr(stated, 1, 4)::int, 12, 31) end;
