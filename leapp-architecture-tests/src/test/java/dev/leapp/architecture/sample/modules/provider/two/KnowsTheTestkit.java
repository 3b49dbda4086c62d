package dev.leapp.architecture.sample.modules.provider.two;

import dev.leapp.architecture.sample.modules.testkit.contract.Contract;

record KnowsTheTestkit(Contract contract) {}
