"""The pages, a file each. A view looks (``views.looking``), asks one query of ``store.queries``, and renders one template."""
