-- Views of the tables for DuckDB. Made by `summit extract`; do not edit.
-- File names are relative to this folder, so name it first:
--   duckdb -cmd "set file_search_path = 'processed'" -init processed/views.sql
-- The two wide views join speaker, city, title, event, year and document to every initiative
-- mention and every number; `pipeline.load("initiatives", wide=True)` gives the same rows.

create or replace view documents as select * from read_parquet('documents.parquet');
create or replace view source_map as select * from read_parquet('source_map.parquet');
create or replace view segments as select * from read_parquet('segments.parquet');
create or replace view tokens as select * from read_parquet('tokens.parquet');
create or replace view mentions as select * from read_parquet('mentions.parquet');
create or replace view cities as select * from read_parquet('cities.parquet');
create or replace view countries as select * from read_parquet('countries.parquet');
create or replace view people as select * from read_parquet('people.parquet');
create or replace view organizations as select * from read_parquet('organizations.parquet');
create or replace view roles as select * from read_parquet('roles.parquet');
create or replace view statements as select * from read_parquet('statements.parquet');
create or replace view quantities as select * from read_parquet('quantities.parquet');
create or replace view dates as select * from read_parquet('dates.parquet');
create or replace view initiatives as select * from read_parquet('initiatives.parquet');
create or replace view initiative_mentions as select * from read_parquet('initiative_mentions.parquet');
create or replace view agreements as select * from read_parquet('agreements.parquet');
create or replace view agreement_parties as select * from read_parquet('agreement_parties.parquet');
create or replace view events as select * from read_parquet('events.parquet');
create or replace view links as select * from read_parquet('links.parquet');
create or replace view diagnostics as select * from read_parquet('diagnostics.parquet');
create or replace view runs as select * from read_parquet('runs.parquet');

-- one mention of an initiative, with its owner, speaker, event and document
create or replace view initiatives_wide as select
  i.name as "initiative",
  i.kind as "kind",
  i.is_named as "is_named",
  i.theme as "theme",
  b.status as "status",
  c.name_zh as "city",
  c.name_en as "city_en",
  co.name_zh as "country",
  co.name_en as "country_en",
  o.name as "organization",
  p.name as "speaker",
  r.title as "speaker_title",
  r.title_en as "speaker_title_en",
  sc.name_zh as "speaker_city",
  sc.name_en as "speaker_city_en",
  e.name as "event",
  e.session as "session",
  coalesce(year(e.start_date), year(d.published_on)) as "year",
  m.document_id as "document_id",
  d.title as "document_title",
  d.published_on as "published_on",
  g.text as "sentence",
  m.start as "start",
  m."end" as "end",
  m.text as "text",
  b.mention_id as "mention_id",
  m.statement_id as "statement_id",
  s.person_id as "person_id",
  b.initiative_id as "initiative_id",
  i.city_id as "city_id",
  i.country_code as "country_code",
  i.organization_id as "organization_id"
from initiative_mentions b
left join mentions m on m.mention_id = b.mention_id
left join segments g on g.segment_id = m.segment_id
left join documents d on d.document_id = m.document_id
left join events e on e.event_id = d.event_id
left join statements s on s.statement_id = m.statement_id
left join people p on p.person_id = s.person_id
left join (
  select * from roles qualify row_number() over (
    partition by document_id, person_id
    order by status = 'current' desc, score desc, start, role_id
  ) = 1
) r on r.document_id = m.document_id and r.person_id = s.person_id
left join cities sc on sc.city_id = s.city_id
left join initiatives i on i.initiative_id = b.initiative_id
left join cities c on c.city_id = i.city_id
left join countries co on co.country_code = i.country_code
left join organizations o on o.organization_id = i.organization_id
order by b.mention_id, b.initiative_id;

-- one number, with what it measures, its city, speaker, event and document
create or replace view quantities_wide as select
  b.value as "value",
  b.low as "low",
  b.high as "high",
  b.unit as "unit",
  b.unit_code as "unit_code",
  b.dimension as "dimension",
  b.currency_code as "currency_code",
  b.comparator as "comparator",
  b.is_approximate as "is_approximate",
  b.change as "change",
  b.measured as "measured",
  i.name as "initiative",
  c.name_zh as "city",
  c.name_en as "city_en",
  co.name_zh as "country",
  co.name_en as "country_en",
  p.name as "speaker",
  r.title as "speaker_title",
  r.title_en as "speaker_title_en",
  sc.name_zh as "speaker_city",
  sc.name_en as "speaker_city_en",
  e.name as "event",
  e.session as "session",
  coalesce(year(e.start_date), year(d.published_on)) as "year",
  m.document_id as "document_id",
  d.title as "document_title",
  d.published_on as "published_on",
  g.text as "sentence",
  m.start as "start",
  m."end" as "end",
  m.text as "text",
  b.mention_id as "mention_id",
  m.statement_id as "statement_id",
  s.person_id as "person_id",
  b.initiative_id as "initiative_id",
  b.city_id as "city_id",
  b.country_code as "country_code"
from quantities b
left join mentions m on m.mention_id = b.mention_id
left join segments g on g.segment_id = m.segment_id
left join documents d on d.document_id = m.document_id
left join events e on e.event_id = d.event_id
left join statements s on s.statement_id = m.statement_id
left join people p on p.person_id = s.person_id
left join (
  select * from roles qualify row_number() over (
    partition by document_id, person_id
    order by status = 'current' desc, score desc, start, role_id
  ) = 1
) r on r.document_id = m.document_id and r.person_id = s.person_id
left join cities sc on sc.city_id = s.city_id
left join initiatives i on i.initiative_id = b.initiative_id
left join cities c on c.city_id = b.city_id
left join countries co on co.country_code = b.country_code
order by b.mention_id;
