"""Pure ASGI middleware, outermost first: the journal, compression, security headers, localhost, origin."""
