"""flow + store: saves what the flow decides, watches sources, sends editions."""
