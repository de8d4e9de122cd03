"""From a partner's export files to facts: one module per source format, plus opening, detecting and checking."""
