package dev.leapp.architecture.sample.modules.cli;

import dev.leapp.architecture.sample.modules.testkit.contract.Contract;

record KnowsAContract(Contract contract) {}
