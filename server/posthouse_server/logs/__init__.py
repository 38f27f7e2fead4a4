"""The logs that MailEnable's administrators and their tools read: Activity, W3C and Debug."""
