"""Django models, migrations, queries. The only room that talks to the database."""
