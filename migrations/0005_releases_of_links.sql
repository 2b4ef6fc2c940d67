CREATE TABLE `release` (
	`workspace_id` text NOT NULL,
	`dataset_id` text NOT NULL,
	`number` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`folders` text NOT NULL,
	`query` text NOT NULL,
	`least` integer NOT NULL,
	`decision` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`dataset_id`, `number`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `release_by_fingerprint` ON `release` (`dataset_id`,`fingerprint`);--> statement-breakpoint
ALTER TABLE `share` ADD `is_open` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `share` ADD `least` integer DEFAULT 5 NOT NULL;