"""What the app leans on: `make audit`, and the licences of it all."""
