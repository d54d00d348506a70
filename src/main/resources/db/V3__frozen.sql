-- What articles embed and what stays as it was then: frozen embeds and their pictures, for all servers of the database.
create table frozen (
    -- {catalog-hash}/{view}.{language}.{theme}.html or {catalog-hash}/{view}.{language}.png
    path        text primary key,
    content     bytea not null,
    kept        timestamptz not null default now()
);
