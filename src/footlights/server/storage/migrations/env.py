"""How Alembic runs our migrations: on the connection it is given, all of them in one transaction, or none."""

from alembic import context

from footlights.server.storage.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
