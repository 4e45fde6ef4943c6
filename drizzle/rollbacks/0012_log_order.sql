DROP INDEX webhook_events_replay_id_idx;
DROP INDEX webhook_events_connection_id_status_idx;
DROP INDEX webhook_events_organization_id_status_type_idx;
CREATE INDEX webhook_events_replay_id_idx ON webhook_events USING btree (replay_id) WHERE replay_id IS NOT NULL;
