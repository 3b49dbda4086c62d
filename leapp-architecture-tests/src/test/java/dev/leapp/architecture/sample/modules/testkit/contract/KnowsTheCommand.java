package dev.leapp.architecture.sample.modules.testkit.contract;

import dev.leapp.architecture.sample.modules.cli.Command;

record KnowsTheCommand(Command command) {}
