/** The engine as a NestJS module: commands and queries dispatched by @nestjs/cqrs to the handlers that record and ask. */
import 'reflect-metadata';
import { type DynamicModule, Inject, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Command,
  CommandBus,
  CommandHandler,
  CqrsModule,
  type ICommandHandler,
  type IQueryHandler,
  Query,
  QueryBus,
  QueryHandler,
} from '@nestjs/cqrs';
import { parseCommand } from '#domain/commands.js';
import type { EventLog } from '#event-log/port.js';
import { type Question, parseQuestion } from '#projections/answers.js';
import type { Store } from '#read-model/store.js';
import { type SharedBounds, type Told, ask, askTogether } from '#application/asking.js';
import { type EventsAsked, type EventsPage, eventsOf } from '#application/auditing.js';
import { type Clock, machineClock } from '#application/clock.js';
import { type Follower, type OnProgress, follow } from '#application/follower.js';
import type { Origin } from '#application/judging.js';
import { type Preview, type Previewer, previewer } from '#application/previewing.js';
import { type Recorder, intents, recorder } from '#application/recording.js';
import { type Scheduler, scheduler } from '#application/scheduler.js';
import { type TogetherRecorder, togetherOn } from '#application/together.js';
import { type Outcome, Writer } from '#application/writing.js';

/** A command of SPEC §3 by name, its body as the caller gave it. */
export class RecordCommand extends Command<Outcome> {
  constructor(
    readonly name: string,
    readonly body: unknown,
    readonly origin: Origin,
  ) {
    super();
  }
}

/** What a command would do, were it sent now. */
export class PreviewCommand extends Query<Preview> {
  constructor(
    readonly name: string,
    readonly body: unknown,
    readonly origin: Origin,
  ) {
    super();
  }
}

/** A question of SPEC §4 by name, its fields as the caller gave them. */
export class AskQuestion extends Query<object> {
  constructor(
    readonly name: string,
    readonly of: unknown,
  ) {
    super();
  }
}

/** What one engine works on, made once and shared by its handlers. */
@Injectable()
export class Works {
  readonly follower: Follower;
  readonly recorder: Recorder;
  readonly together: TogetherRecorder;
  readonly previewer: Previewer;
  readonly scheduler: Scheduler;

  constructor(
    readonly log: EventLog,
    readonly store: Store,
    clock: Clock,
  ) {
    this.follower = follow(log, store, clock);
    const writer = new Writer(log, store, this.follower);
    const intentOf = intents(store, this.follower);
    this.together = togetherOn(writer, log, store, this.follower);
    this.recorder = recorder(writer, intentOf);
    this.previewer = previewer(log, store, this.follower, intentOf);
    this.scheduler = scheduler(writer, store, this.follower);
  }
}

@CommandHandler(RecordCommand)
export class RecordCommandHandler implements ICommandHandler<RecordCommand> {
  constructor(@Inject(Works) private readonly works: Works) {}

  async execute({ name, body, origin }: RecordCommand): Promise<Outcome> {
    return this.works.recorder.record(parseCommand(name, body), origin);
  }
}

@QueryHandler(PreviewCommand)
export class PreviewCommandHandler implements IQueryHandler<PreviewCommand> {
  constructor(@Inject(Works) private readonly works: Works) {}

  async execute({ name, body, origin }: PreviewCommand): Promise<Preview> {
    return this.works.previewer.preview(parseCommand(name, body), origin);
  }
}

@QueryHandler(AskQuestion)
export class AskQuestionHandler implements IQueryHandler<AskQuestion> {
  constructor(@Inject(Works) private readonly works: Works) {}

  async execute({ name, of }: AskQuestion): Promise<object> {
    return ask(this.works.log, this.works.follower, this.works.store, parseQuestion(name, of));
  }
}

export interface EngineOptions {
  readonly log: EventLog;
  readonly store: Store;
  readonly clock?: Clock;
}

@Module({})
export class EngineModule {
  static on({ log, store, clock = machineClock }: EngineOptions): DynamicModule {
    return {
      module: EngineModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: Works, useFactory: () => new Works(log, store, clock) },
        RecordCommandHandler,
        PreviewCommandHandler,
        AskQuestionHandler,
      ],
      exports: [Works, CqrsModule],
    };
  }
}

/** The engine for whoever has no use for a container: a scenario, a command line, a test. */
export interface Engine {
  /** @throws Refusal of SPEC §3 */
  do(command: string, body: unknown, origin?: Partial<Origin>): Promise<Outcome>;
  /** What the command would do now: appends and remembers nothing. @throws Refusal of SPEC §3 */
  preview(command: string, body: unknown, origin?: Partial<Origin>): Promise<Preview>;
  /** Commands of one account as one append: all of them, or none. */
  readonly together: TogetherRecorder;
  /** @throws Refusal of SPEC §4 */
  ask(answer: string, of: unknown): Promise<object>;
  /** Many questions of one state of the log, for whoever asks by the thousand; what is refused is told as such. */
  askTogether(questions: readonly Question[], bounds: SharedBounds): Promise<readonly Told[]>;
  /** Events of every stream as the log has them. @throws Refusal `position-not-reached` */
  events(asked: EventsAsked): Promise<EventsPage>;
  readonly scheduler: Scheduler;
  /** Reads the log to its end into the read model. */
  sync(onProgress?: OnProgress): Promise<void>;
  /** The last position read. */
  readonly position: number;
  /** Closes the log and the read model too. */
  close(): Promise<void>;
}

/** Takes over the log and the store: closing the engine closes them. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const app = await NestFactory.createApplicationContext(EngineModule.on(options), {
    logger: false,
    abortOnError: false,
  });
  const [works, commands, queries] = [app.get(Works), app.get(CommandBus), app.get(QueryBus)];
  return {
    do: (command, body, { actor = 'system', ...origin } = {}) =>
      commands.execute(new RecordCommand(command, body, { actor, ...origin })),
    preview: (command, body, { actor = 'system', ...origin } = {}) =>
      queries.execute(new PreviewCommand(command, body, { actor, ...origin })),
    together: works.together,
    ask: (answer, of) => queries.execute(new AskQuestion(answer, of)),
    askTogether: (questions, bounds) => askTogether(works.log, works.follower, works.store, questions, bounds),
    events: (asked) => eventsOf(works.log, works.follower, works.store, asked),
    scheduler: works.scheduler,
    sync: (onProgress) => works.follower.sync(onProgress),
    get position() {
      return works.follower.projector.reached.position;
    },
    async close() {
      await app.close();
      await works.log.close();
      works.store.close();
    },
  };
}
