-- After this a connection reaches no file outside the folders it was given, and nothing loosens it again.
set enable_external_access = false;
set lock_configuration = true;
