-- A portolan.db of format 1, as the first version wrote it. Never edited.
PRAGMA application_id=1349481076;
CREATE TABLE profiles ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), name TEXT NOT NULL CHECK (name <> ''), folder TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '[]', address TEXT NOT NULL, credential TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0);
CREATE TABLE credentials ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), name TEXT NOT NULL CHECK (name <> ''), user TEXT NOT NULL DEFAULT '', key_file TEXT NOT NULL DEFAULT '');
CREATE TABLE folders (path TEXT PRIMARY KEY NOT NULL CHECK (path <> ''));
CREATE TABLE settings ( key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''), kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'flag', 'bytes', 'list')), value);
INSERT INTO credentials VALUES ('c0ffee00-0000-4000-8000-000000000001', '운영', 'ops', '~/.ssh/id_ed25519');
INSERT INTO profiles VALUES ('a0000000-0000-4000-8000-000000000001', 'bastion', '서울', '[]', 'ssh://203.0.113.7', 'c0ffee00-0000-4000-8000-000000000001', '', 0);
INSERT INTO profiles VALUES ('a0000000-0000-4000-8000-000000000002', 'core-sw1', '서울/Rack 3', '["core","스위치"]', 'ssh://10.1.0.1:2222?keepalive=30', 'c0ffee00-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 0);
INSERT INTO profiles VALUES ('a0000000-0000-4000-8000-000000000003', 'lab', '', '["lab"]', 'ssh://lab@[2001:db8::1]', '', '', 0);
INSERT INTO folders VALUES ('서울');
INSERT INTO folders VALUES ('서울/Rack 3');
INSERT INTO folders VALUES ('빈 폴더');
INSERT INTO settings VALUES ('interface/language', 'text', 'ko');
INSERT INTO settings VALUES ('interface/events-open', 'flag', 1);
INSERT INTO settings VALUES ('terminal/font-size', 'number', 13);
PRAGMA user_version=1;
