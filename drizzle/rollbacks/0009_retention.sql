DROP FUNCTION private.drop_webhook_partition(integer);
