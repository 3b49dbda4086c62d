package dev.leapp.architecture.sample.rings.core.internal.file;

import dev.leapp.architecture.sample.rings.core.internal.session.UseCase;

record KnowsAUseCase(UseCase useCase) {}
