"""The emulator's engines: what really reads images. They know neither protobuf nor gRPC."""
