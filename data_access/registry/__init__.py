"""What do people enter and decide, and how is none of it lost? One writer, one file, never held open.

Statements stand beside the transaction they belong to: short, static, bound. Tables are in `sql/registry`.
"""

from data_access.registry.copies import Copy, current_copy, read
from data_access.registry.desk import Desk, KnownCustomer
from data_access.registry.writer import write, write_together

__all__ = ["Copy", "Desk", "KnownCustomer", "current_copy", "read", "write", "write_together"]
