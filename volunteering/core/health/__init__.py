"""Is it well? What monitors and load balancers ask: /healthz and /readyz. See docs/how-to/server.md."""
