"""How a change comes to people: commits, workflows, images, releases. Nothing here is fetched or reached."""
