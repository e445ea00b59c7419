"""Pure ASGI middleware, outermost first: the journal, compression, security headers, host, localhost, origin."""
