"""What must not be lost, in whatever way a server ends: the promises of docs/explanation/durability.md, one by one."""
