-- The bot's own role and database, made by psql when a server is new (compose.yaml): no superuser, and nobody else's things.
\getenv password DATABASE_PASSWORD
CREATE ROLE ishek LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE ishek OWNER ishek;
REVOKE ALL ON DATABASE ishek FROM PUBLIC;
