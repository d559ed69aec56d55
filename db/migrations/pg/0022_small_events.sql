-- What many events say alike is kept once, hashes as bytes, and the hash of the event before is read there (db/store/packed-event.ts tells how).
-- Nothing is lost: the view `events` shows every event as it was hashed.
CREATE TABLE "event_circumstances" (
	"id" integer PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"unit_id" text,
	"object_type" text NOT NULL,
	"object_id" text NOT NULL,
	"period" text,
	"reason" text,
	"session_hash" text,
	"ip" text,
	"request_id" text,
	"at" text
);
--> statement-breakpoint
CREATE TABLE "event_words" (
	"id" integer PRIMARY KEY NOT NULL,
	"word" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logged_events" (
	"at" bigint NOT NULL,
	"seq" integer PRIMARY KEY NOT NULL,
	"circumstance" integer NOT NULL,
	"form" integer NOT NULL,
	"kind" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"request_id" "bytea",
	"said" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "event_circumstances_key" ON "event_circumstances" USING btree ("key");--> statement-breakpoint
CREATE INDEX "event_circumstances_object" ON "event_circumstances" USING btree ("object_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_words_word" ON "event_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "logged_events_circumstance" ON "logged_events" USING btree ("circumstance");--> statement-breakpoint
CREATE INDEX "logged_events_kind" ON "logged_events" USING btree ("kind","seq") WHERE kind <> 1;
--> statement-breakpoint
CREATE TEMP TABLE "taken_apart" ON COMMIT DROP AS
SELECT "seq", "kind", "payload", "hash", "actor_id", "actor_name", "unit_id", "object_type", "object_id", "period", "reason", "session_hash", "ip",
	CASE WHEN "request_id" ~ '^([0-9a-f]{2}){1,15}$' OR "request_id" ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
		THEN decode(replace("request_id", '-', ''), 'hex') END AS "request",
	"request_id" AS "odd_request",
	CASE WHEN "at" ~ '^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$'
		OR "at" ~ '^(19[7-9]\d|2\d{3})-(0[13-9]|1[0-2])-(29|30)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$'
		OR "at" ~ '^(19[7-9]\d|2\d{3})-(0[13578]|1[02])-31T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$'
		THEN (extract(epoch FROM "at"::timestamptz) * 1000)::bigint END AS "ms",
	"at" AS "odd_at",
	jsonb_typeof("payload") = 'object' AND (SELECT count(*) <= 40 AND coalesce(bool_and("p" ~ '^[A-Za-z][A-Za-z0-9_]{0,59}$'), true)
		FROM jsonb_object_keys(CASE WHEN jsonb_typeof("payload") = 'object' THEN "payload" ELSE '{}' END) AS "p") AS "is_plain",
	'*'::text AS "form", NULL::text AS "said", NULL::bytea AS "circumstance"
FROM "events";
--> statement-breakpoint
UPDATE "taken_apart" SET "odd_request" = CASE WHEN "request" IS NULL THEN "odd_request" END, "odd_at" = CASE WHEN "ms" IS NULL THEN "odd_at" END;
--> statement-breakpoint
UPDATE "taken_apart" SET
	"circumstance" = substring(sha256(convert_to(CASE WHEN "actor_id" IS NULL THEN '-' ELSE octet_length("actor_id") || ':' || "actor_id" END ||
		CASE WHEN "actor_name" IS NULL THEN '-' ELSE octet_length("actor_name") || ':' || "actor_name" END ||
		CASE WHEN "unit_id" IS NULL THEN '-' ELSE octet_length("unit_id") || ':' || "unit_id" END ||
		CASE WHEN "object_type" IS NULL THEN '-' ELSE octet_length("object_type") || ':' || "object_type" END ||
		CASE WHEN "object_id" IS NULL THEN '-' ELSE octet_length("object_id") || ':' || "object_id" END ||
		CASE WHEN "period" IS NULL THEN '-' ELSE octet_length("period") || ':' || "period" END ||
		CASE WHEN "reason" IS NULL THEN '-' ELSE octet_length("reason") || ':' || "reason" END ||
		CASE WHEN "session_hash" IS NULL THEN '-' ELSE octet_length("session_hash") || ':' || "session_hash" END ||
		CASE WHEN "ip" IS NULL THEN '-' ELSE octet_length("ip") || ':' || "ip" END ||
		CASE WHEN "odd_request" IS NULL THEN '-' ELSE octet_length("odd_request") || ':' || "odd_request" END ||
		CASE WHEN "odd_at" IS NULL THEN '-' ELSE octet_length("odd_at") || ':' || "odd_at" END, 'UTF8')) FROM 1 FOR 16),
	"form" = CASE WHEN "is_plain" THEN (SELECT '[' || coalesce(string_agg(
		CASE WHEN jsonb_typeof("p"."value") <> 'null' AND NOT ("kind" = 'figure.saved' AND "p"."key" = 'cell' AND jsonb_typeof("p"."value") = 'string' AND length("p"."value"::text) <= 122) THEN to_json("p"."key")::text ELSE '[' || to_json("p"."key")::text || ',' || "p"."value"::text || ']' END,
		',' ORDER BY "p"."ord"), '') || ']' FROM jsonb_each("payload") WITH ORDINALITY AS "p"("key", "value", "ord")) ELSE '*' END,
	"said" = CASE WHEN "is_plain" THEN (SELECT '[' || coalesce(string_agg("p"."value"::text, ',' ORDER BY "p"."ord") FILTER (WHERE jsonb_typeof("p"."value") <> 'null' AND NOT ("kind" = 'figure.saved' AND "p"."key" = 'cell' AND jsonb_typeof("p"."value") = 'string' AND length("p"."value"::text) <= 122)), '') || ']'
		FROM jsonb_each("payload") WITH ORDINALITY AS "p"("key", "value", "ord")) ELSE "payload"::text END;
--> statement-breakpoint
INSERT INTO "event_words" ("id", "word")
SELECT CASE "word" WHEN 'figure.saved' THEN 1 ELSE 1 + row_number() OVER (ORDER BY "word" = 'figure.saved', min("seq"), "word") END, "word" FROM (
	SELECT "seq", "kind" AS "word" FROM "taken_apart" UNION ALL SELECT "seq", "form" FROM "taken_apart"
) AS "words" GROUP BY "word";
--> statement-breakpoint
INSERT INTO "event_circumstances" ("id", "key", "actor_id", "actor_name", "unit_id", "object_type", "object_id", "period", "reason", "session_hash", "ip", "request_id", "at")
SELECT row_number() OVER (ORDER BY "seq"), "circumstance", "actor_id", "actor_name", "unit_id", "object_type", "object_id", "period", "reason", "session_hash", "ip", "odd_request", "odd_at"
FROM (SELECT DISTINCT ON ("circumstance") * FROM "taken_apart" ORDER BY "circumstance", "seq") AS "first";
--> statement-breakpoint
INSERT INTO "logged_events" ("at", "seq", "circumstance", "form", "kind", "hash", "request_id", "said")
SELECT coalesce("e"."ms", 0), "e"."seq", "c"."id", "f"."id", "k"."id",
	CASE WHEN "e"."hash" ~ '^([0-9a-f]{2})*$' THEN decode("e"."hash", 'hex') ELSE '' END, "e"."request", "e"."said"
FROM "taken_apart" AS "e" JOIN "event_circumstances" AS "c" ON "c"."key" = "e"."circumstance"
JOIN "event_words" AS "f" ON "f"."word" = "e"."form" JOIN "event_words" AS "k" ON "k"."word" = "e"."kind" ORDER BY "e"."seq";
--> statement-breakpoint
DROP TABLE "taken_apart";
--> statement-breakpoint
DROP TABLE "events";
--> statement-breakpoint
CREATE VIEW "events" AS
SELECT "e"."seq"::bigint AS "seq",
	coalesce("c"."at", to_char(to_timestamp("e"."at" / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.') || lpad(("e"."at" % 1000)::text, 3, '0') || 'Z') AS "at",
	"k"."word" AS "kind", "c"."actor_id", "c"."actor_name", "c"."unit_id", "c"."object_type", "c"."object_id", "c"."period",
	CASE WHEN "f"."word" = '*' THEN "e"."said"::jsonb ELSE (SELECT coalesce(jsonb_object_agg("name", "value"), '{}') FROM (
		SELECT CASE jsonb_typeof("p"."key") WHEN 'array' THEN "p"."key" ->> 0 ELSE "p"."key" #>> '{}' END AS "name",
			CASE WHEN jsonb_typeof("p"."key") = 'array' THEN
				CASE jsonb_array_length("p"."key") WHEN 3 THEN "e"."said"::jsonb -> ("p"."key" ->> 2)::integer ELSE "p"."key" -> 1 END
				ELSE "e"."said"::jsonb -> (row_number() OVER (PARTITION BY jsonb_typeof("p"."key") ORDER BY "p"."ord") - 1)::integer END AS "value"
		FROM jsonb_array_elements("f"."word"::jsonb) WITH ORDINALITY AS "p"("key", "ord")) AS "said") END AS "payload",
	"c"."reason",
	CASE WHEN "e"."request_id" IS NULL THEN "c"."request_id" WHEN length("e"."request_id") = 16 THEN encode("e"."request_id", 'hex')::uuid::text
		ELSE encode("e"."request_id", 'hex') END AS "request_id",
	"c"."session_hash", "c"."ip",
	coalesce((SELECT encode("b"."hash", 'hex') FROM "logged_events" AS "b" WHERE "b"."seq" = "e"."seq" - 1), '0000000000000000000000000000000000000000000000000000000000000000') AS "prev",
	encode("e"."hash", 'hex') AS "hash"
FROM "logged_events" AS "e" LEFT JOIN "event_words" AS "k" ON "k"."id" = "e"."kind" LEFT JOIN "event_words" AS "f" ON "f"."id" = "e"."form"
LEFT JOIN "event_circumstances" AS "c" ON "c"."id" = "e"."circumstance";
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON logged_events FOR EACH ROW EXECUTE FUNCTION nianbao_refuse('the event log is append-only');
--> statement-breakpoint
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON logged_events FOR EACH STATEMENT EXECUTE FUNCTION nianbao_refuse('the event log is append-only');
--> statement-breakpoint
CREATE TRIGGER event_words_append_only BEFORE UPDATE OR DELETE ON event_words FOR EACH ROW EXECUTE FUNCTION nianbao_refuse('the event log is append-only');
--> statement-breakpoint
CREATE TRIGGER event_words_no_truncate BEFORE TRUNCATE ON event_words FOR EACH STATEMENT EXECUTE FUNCTION nianbao_refuse('the event log is append-only');
--> statement-breakpoint
CREATE TRIGGER event_circumstances_append_only BEFORE UPDATE OR DELETE ON event_circumstances FOR EACH ROW EXECUTE FUNCTION nianbao_refuse('the event log is append-only');
--> statement-breakpoint
CREATE TRIGGER event_circumstances_no_truncate BEFORE TRUNCATE ON event_circumstances FOR EACH STATEMENT EXECUTE FUNCTION nianbao_refuse('the event log is append-only');
--> statement-breakpoint
-- Numbers first: what is aligned to 8 bytes leaves no room between texts.
CREATE TABLE "narrow_figures" (
	"value" bigint,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	"decimals" smallint NOT NULL,
	"filing_id" text NOT NULL,
	"cell" text NOT NULL,
	"raw" text NOT NULL,
	"state" text NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
INSERT INTO "narrow_figures" ("value", "saved_at", "version", "decimals", "filing_id", "cell", "raw", "state", "saved_by")
SELECT "value", "saved_at", "version", "decimals", "filing_id", "cell", "raw", "state", "saved_by" FROM "figures" ORDER BY "filing_id", "cell";
--> statement-breakpoint
DROP TABLE "figures";
--> statement-breakpoint
ALTER TABLE "narrow_figures" RENAME TO "figures";
--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_filing_id_cell_pk" PRIMARY KEY ("filing_id", "cell");
--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;
