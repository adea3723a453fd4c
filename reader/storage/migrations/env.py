"""What Alembic runs: the caller's connection, inside the caller's transaction.

No logging is set up here: `fileConfig` would silence the loggers of the program.
"""

from alembic import context

from reader.storage.schema import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,  # for the names of constraints
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
