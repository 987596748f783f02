import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";

/** The same in every language: what is done. */
export const DEEDS: Grammar = {
  upgrade: /(?:(?<!\p{L})(?:to|en|vers|naar|till)|->|→) ?2\.\d/u,
  take: anyOf("snapshot:create", "magento-cloud backup"),
  restore: anyOf("snapshot:restore", "restore", "rollback"),
  list: anyOf("snapshot:list", "snapshot:get"),
  remove: anyOf("snapshot:delete"),
  schedule: anyOf("cron\\w*", "cron-?jobb?\\w*", "crontab"),
  download: anyOf(
    "(?:on|onto|to|into|in|sur|vers|dans|op|naar|pa|till|i) (?:\\S+ ){0,3}(?:usb|nas|sd-?card|dropbox|google drive|onedrive|synology|qnap|sharepoint|s3|glacier|bucket|ftp)",
    "s?ftp",
    "scp",
    "rsync",
    "(?:as|en|som|als) (?:an? |une? |een |ett |en )?(?:zip|(?<!som )tar(?:ball|-?arkiv\\w*)?|archive?|file|fichier|bestand|fil|sql)(?:-?\\w+)?",
  ),
};
