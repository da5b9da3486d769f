-- Names that need quotes: case, spaces, unicode, reserved words, quotes, percent signs, 63 characters.
CREATE SCHEMA "Sch ema";
CREATE TYPE "Sch ema"."En um" AS ENUM ('A b', 'ö');
CREATE TABLE "select" ("order" int PRIMARY KEY, "Group" text NOT NULL, "user" "Sch ema"."En um" NOT NULL);
CREATE TABLE "Sch ema"."Tä ble ""x""" ("Ke y" serial PRIMARY KEY, "from" int NOT NULL CONSTRAINT "a link's name" REFERENCES "select", "per%cent" numeric(5,2) CONSTRAINT "Check it" CHECK ("per%cent" >= 0 AND "per%cent" <= 100), "größe" int, "dollar$" text);
CREATE UNIQUE INDEX "In dex" ON "Sch ema"."Tä ble ""x""" ("from", "größe") WHERE "größe" > 0;
CREATE TABLE "a_table_whose_name_has_as_many_letters_as_postgresql_permits_63" ("a_column_whose_name_has_as_many_letters_as_postgresql_permit_63" int PRIMARY KEY, "table" int REFERENCES "select", "日本" text DEFAULT 'x');
CREATE TABLE "1st" ("2nd" int PRIMARY KEY, "a.b" int UNIQUE, "c;d" text, "e'f" text, " g " boolean GENERATED ALWAYS AS ("a.b" > 3) STORED);
CREATE VIEW "Sch ema"."Vi ew" AS SELECT "Ke y" AS "K" FROM "Sch ema"."Tä ble ""x""";
INSERT INTO "select" SELECT i, 'group ' || i % 4, (ARRAY['A b', 'ö']::"Sch ema"."En um"[])[1 + i % 2] FROM generate_series(1, 60) i;
INSERT INTO "Sch ema"."Tä ble ""x""" ("from", "per%cent", "größe", "dollar$") SELECT 1 + i % 60, i % 100, i, '$' || i FROM generate_series(1, 150) i;
INSERT INTO "a_table_whose_name_has_as_many_letters_as_postgresql_permits_63" SELECT i, CASE WHEN i % 2 = 0 THEN 1 + i % 60 END, 'text ' || i FROM generate_series(1, 100) i;
INSERT INTO "1st" SELECT i, i * 2, 'x', 'y' FROM generate_series(1, 100) i;
