"""Pure ASGI middleware, outermost first: compression, security headers, localhost, origin."""
