"""An outside inbox (Chatwoot) where advisers answer in place of the console. docs/handover.md."""
