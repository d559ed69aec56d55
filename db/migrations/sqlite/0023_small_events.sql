-- What many events say alike is kept once, hashes as bytes, and the hash of the event before is read there (db/store/packed-event.ts tells how).
-- Nothing is lost: the view `events` shows every event as it was hashed. `sha256_hex` is lent by the connection that migrates.
CREATE TABLE `event_circumstances` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` blob NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`unit_id` text,
	`object_type` text NOT NULL,
	`object_id` text NOT NULL,
	`period` text,
	`reason` text,
	`session_hash` text,
	`ip` text,
	`request_id` text,
	`at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_circumstances_key` ON `event_circumstances` (`key`);--> statement-breakpoint
CREATE INDEX `event_circumstances_object` ON `event_circumstances` (`object_id`);--> statement-breakpoint
CREATE TABLE `event_words` (
	`id` integer PRIMARY KEY NOT NULL,
	`word` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_words_word` ON `event_words` (`word`);--> statement-breakpoint
CREATE TABLE `logged_events` (
	`at` integer NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`circumstance` integer NOT NULL,
	`form` integer NOT NULL,
	`kind` integer NOT NULL,
	`hash` blob NOT NULL,
	`request_id` blob,
	`said` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `logged_events_circumstance` ON `logged_events` (`circumstance`);--> statement-breakpoint
CREATE INDEX `logged_events_kind` ON `logged_events` (`kind`,`seq`) WHERE kind <> 1;--> statement-breakpoint
CREATE TEMP TABLE `taken_apart` AS
SELECT `seq`, `kind`, `payload`, `hash`, `actor_id`, `actor_name`, `unit_id`, `object_type`, `object_id`, `period`, `reason`, `session_hash`, `ip`,
	CASE
		WHEN length(`request_id`) BETWEEN 2 AND 30 AND length(`request_id`) % 2 = 0 AND `request_id` NOT GLOB '*[^0-9a-f]*' THEN unhex(`request_id`)
		WHEN length(`request_id`) = 36 AND length(replace(`request_id`, '-', '')) = 32 AND replace(`request_id`, '-', '') NOT GLOB '*[^0-9a-f]*'
			AND `request_id` GLOB '????????-????-????-????-????????????' THEN unhex(replace(`request_id`, '-', ''))
	END AS `request`,
	`request_id` AS `odd_request`,
	CASE WHEN `at` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'
		AND strftime('%Y-%m-%dT%H:%M:%S', substr(`at`, 1, 19)) = substr(`at`, 1, 19) AND `at` >= '1970'
		THEN unixepoch(substr(`at`, 1, 19)) * 1000 + CAST(substr(`at`, 21, 3) AS integer) END AS `ms`,
	`at` AS `odd_at`,
	json_type(`payload`) = 'object' AND (SELECT count(*) <= 40 AND coalesce(max(
		length(`p`.`key`) > 60 OR `p`.`key` GLOB '*[^A-Za-z0-9_]*' OR `p`.`key` NOT GLOB '[A-Za-z]*'), 0) = 0 FROM json_each(`payload`) AS `p`) AS `is_plain`,
	CAST('*' AS text) AS `form`, CAST(NULL AS text) AS `said`, CAST(NULL AS blob) AS `circumstance`
FROM `events`;
--> statement-breakpoint
UPDATE `taken_apart` SET `odd_request` = CASE WHEN `request` IS NULL THEN `odd_request` END, `odd_at` = CASE WHEN `ms` IS NULL THEN `odd_at` END;
--> statement-breakpoint
UPDATE `taken_apart` AS `events` SET
	`circumstance` = unhex(substr(sha256_hex(CASE WHEN `actor_id` IS NULL THEN '-' ELSE octet_length(`actor_id`) || ':' || `actor_id` END ||
		CASE WHEN `actor_name` IS NULL THEN '-' ELSE octet_length(`actor_name`) || ':' || `actor_name` END ||
		CASE WHEN `unit_id` IS NULL THEN '-' ELSE octet_length(`unit_id`) || ':' || `unit_id` END ||
		CASE WHEN `object_type` IS NULL THEN '-' ELSE octet_length(`object_type`) || ':' || `object_type` END ||
		CASE WHEN `object_id` IS NULL THEN '-' ELSE octet_length(`object_id`) || ':' || `object_id` END ||
		CASE WHEN `period` IS NULL THEN '-' ELSE octet_length(`period`) || ':' || `period` END ||
		CASE WHEN `reason` IS NULL THEN '-' ELSE octet_length(`reason`) || ':' || `reason` END ||
		CASE WHEN `session_hash` IS NULL THEN '-' ELSE octet_length(`session_hash`) || ':' || `session_hash` END ||
		CASE WHEN `ip` IS NULL THEN '-' ELSE octet_length(`ip`) || ':' || `ip` END ||
		CASE WHEN `odd_request` IS NULL THEN '-' ELSE octet_length(`odd_request`) || ':' || `odd_request` END ||
		CASE WHEN `odd_at` IS NULL THEN '-' ELSE octet_length(`odd_at`) || ':' || `odd_at` END), 1, 32)),
	`form` = CASE WHEN `is_plain` THEN (SELECT json_group_array(json(
		CASE WHEN `p`.`type` <> 'null' AND NOT (`events`.`kind` = 'figure.saved' AND `p`.`key` = 'cell' AND `p`.`type` = 'text' AND length(`p`.`value`) <= 120) THEN json_quote(`p`.`key`) ELSE json_array(`p`.`key`, `p`.`value`) END) ORDER BY `p`.`id`) FROM json_each(`events`.`payload`) AS `p`)
		ELSE '*' END,
	`said` = CASE WHEN `is_plain` THEN (SELECT json_group_array(json(`events`.`payload` -> `p`.`fullkey`) ORDER BY `p`.`id`)
		FROM json_each(`events`.`payload`) AS `p` WHERE `p`.`type` <> 'null' AND NOT (`events`.`kind` = 'figure.saved' AND `p`.`key` = 'cell' AND `p`.`type` = 'text' AND length(`p`.`value`) <= 120)) ELSE `payload` END;
--> statement-breakpoint
INSERT INTO `event_words` (`id`, `word`)
SELECT iif(`word` = 'figure.saved', 1, 1 + row_number() OVER (ORDER BY `word` = 'figure.saved', min(`seq`), `word`)), `word` FROM (
	SELECT `seq`, `kind` AS `word` FROM `taken_apart` UNION ALL SELECT `seq`, `form` FROM `taken_apart`
) GROUP BY `word`;
--> statement-breakpoint
INSERT INTO `event_circumstances` (`id`, `key`, `actor_id`, `actor_name`, `unit_id`, `object_type`, `object_id`, `period`, `reason`, `session_hash`, `ip`, `request_id`, `at`)
SELECT row_number() OVER (ORDER BY min(`seq`)), `circumstance`, `actor_id`, `actor_name`, `unit_id`, `object_type`, `object_id`, `period`, `reason`, `session_hash`, `ip`, `odd_request`, `odd_at`
FROM `taken_apart` GROUP BY `circumstance`;
--> statement-breakpoint
INSERT INTO `logged_events` (`at`, `seq`, `circumstance`, `form`, `kind`, `hash`, `request_id`, `said`)
SELECT coalesce(`e`.`ms`, 0), `e`.`seq`, `c`.`id`, `f`.`id`, `k`.`id`, coalesce(unhex(`e`.`hash`), x''), `e`.`request`, `e`.`said`
FROM `taken_apart` AS `e` JOIN `event_circumstances` AS `c` ON `c`.`key` = `e`.`circumstance`
JOIN `event_words` AS `f` ON `f`.`word` = `e`.`form` JOIN `event_words` AS `k` ON `k`.`word` = `e`.`kind` ORDER BY `e`.`seq`;
--> statement-breakpoint
DROP TABLE `taken_apart`;
--> statement-breakpoint
DROP TABLE `events`;
--> statement-breakpoint
CREATE VIEW `events` AS
SELECT `e`.`seq`,
	coalesce(`c`.`at`, strftime('%Y-%m-%dT%H:%M:%S', `e`.`at` / 1000, 'unixepoch') || printf('.%03dZ', `e`.`at` % 1000)) AS `at`,
	`k`.`word` AS `kind`, `c`.`actor_id`, `c`.`actor_name`, `c`.`unit_id`, `c`.`object_type`, `c`.`object_id`, `c`.`period`,
	CASE WHEN `f`.`word` = '*' THEN `e`.`said` ELSE (SELECT json_group_object(`name`, json(`value`)) FROM (
		SELECT iif(`p`.`type` = 'array', `p`.`value` ->> 0, `p`.`value`) AS `name`,
			CASE WHEN `p`.`type` <> 'array' THEN iif(json_valid(`e`.`said`), `e`.`said`, '[]') -> (row_number() OVER (PARTITION BY `p`.`type` ORDER BY `p`.`id`) - 1)
				WHEN json_array_length(`p`.`value`) = 3 THEN iif(json_valid(`e`.`said`), `e`.`said`, '[]') -> (`p`.`value` ->> 2) ELSE `p`.`value` -> 1 END AS `value`
		FROM json_each(iif(json_valid(`f`.`word`), `f`.`word`, '[]')) AS `p` ORDER BY `p`.`id`)) END AS `payload`,
	`c`.`reason`,
	CASE WHEN `e`.`request_id` IS NULL THEN `c`.`request_id` WHEN length(`e`.`request_id`) <> 16 THEN lower(hex(`e`.`request_id`))
		ELSE lower(substr(hex(`e`.`request_id`), 1, 8) || '-' || substr(hex(`e`.`request_id`), 9, 4) || '-' || substr(hex(`e`.`request_id`), 13, 4)
			|| '-' || substr(hex(`e`.`request_id`), 17, 4) || '-' || substr(hex(`e`.`request_id`), 21)) END AS `request_id`,
	`c`.`session_hash`, `c`.`ip`,
	coalesce((SELECT lower(hex(`b`.`hash`)) FROM `logged_events` AS `b` WHERE `b`.`seq` = `e`.`seq` - 1), '0000000000000000000000000000000000000000000000000000000000000000') AS `prev`,
	lower(hex(`e`.`hash`)) AS `hash`
FROM `logged_events` AS `e` LEFT JOIN `event_words` AS `k` ON `k`.`id` = `e`.`kind` LEFT JOIN `event_words` AS `f` ON `f`.`id` = `e`.`form`
LEFT JOIN `event_circumstances` AS `c` ON `c`.`id` = `e`.`circumstance`;
--> statement-breakpoint
CREATE TRIGGER events_no_update BEFORE UPDATE ON logged_events BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_delete BEFORE DELETE ON logged_events BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER event_words_no_update BEFORE UPDATE ON event_words BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER event_words_no_delete BEFORE DELETE ON event_words BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER event_circumstances_no_update BEFORE UPDATE ON event_circumstances BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER event_circumstances_no_delete BEFORE DELETE ON event_circumstances BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
