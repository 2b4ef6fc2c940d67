CREATE TABLE `asked_question` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`dataset_id` text NOT NULL,
	`user_id` text NOT NULL,
	`question` text NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`is_favourite` integer DEFAULT false NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `asked_question_once` ON `asked_question` (`dataset_id`,`question`,`link`);--> statement-breakpoint
CREATE INDEX `asked_question_by_workspace` ON `asked_question` (`workspace_id`,`asked_at`);