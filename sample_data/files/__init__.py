"""Which files does a partner download? One module per kind: its header and its rows."""
