/** Generated from apps/api/openapi.json by `npm run openapi`. */
export interface paths {
    "/v1/products/{product}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Defines a product, or replaces its whole definition from now on
         * @description Needs `catalog.admin` on every account (`*`).
         */
        put: operations["DefineProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{product}/sale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Puts a product on sale, or takes it off
         * @description Needs `catalog.admin` on every account (`*`).
         */
        put: operations["ChangeSale"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{product}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a product's list price, or an account's contract price, from an instant on
         * @description Needs `catalog.admin` on every account (`*`).
         */
        post: operations["SetPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Enforcement programs with their phases
         * @description Needs a token with any grant.
         */
        get: operations["programs"];
        put?: never;
        /**
         * Announces an enforcement program and the dates of its phases
         * @description Needs `program.admin` on every account (`*`).
         */
        post: operations["AnnounceProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{programId}/reschedulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a phase of a program another date
         * @description Needs `program.admin` on every account (`*`).
         */
        post: operations["ReschedulePhase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts that the bearer has a grant on, by id
         * @description Needs a token with any grant.
         */
        get: operations["accounts"];
        put?: never;
        /**
         * Opens an account
         * @description Needs a token with any grant.
         */
        post: operations["OpenAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/pricing-model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Goes over to named or concurrent pricing; seats that are held stay held
         * @description Needs `licensing.update` on the account.
         */
        put: operations["ChangePricingModel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who holds what
         * @description Needs `licensing.view` or `support.read` or `audit.read` on the account.
         */
        get: operations["overview"];
        put?: never;
        /**
         * Registers a user, with the seats that the roles give
         * @description Needs `licensing.update` on the account.
         */
        post: operations["RegisterUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/users/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replaces a user's roles, and the seats that they give
         * @description Needs `licensing.update` on the account.
         */
        put: operations["ChangeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/users/{userId}/deactivations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivates a user, which releases every seat of theirs
         * @description Needs `licensing.update` on the account.
         */
        post: operations["DeactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/users/{userId}/reactivations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivates a user, with the seats that the roles give
         * @description Needs `licensing.update` on the account.
         */
        post: operations["ReactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/role-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets active users with a role hold a seat of the product
         * @description Needs `licensing.update` on the account.
         */
        post: operations["LinkRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/role-unlinks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the seats back that a role gives of the product
         * @description Needs `licensing.update` on the account.
         */
        post: operations["UnlinkRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buys licences
         * @description Needs `licensing.update` on the account.
         */
        post: operations["PurchaseLicenses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/reductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives licences back
         * @description Needs `licensing.update` on the account.
         */
        post: operations["ReduceLicenses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets the minimum monthly commitment
         * @description Needs `licensing.update` on the account.
         */
        put: operations["SetCommitment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirms a cart: the new totals purchased of several products, at once
         * @description Needs `licensing.update` on the account.
         */
        put: operations["ChangeLicenses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Saves the whole selection: exactly these users hold a manual seat afterwards
         * @description Needs `licensing.update` on the account.
         */
        put: operations["SaveSeats"];
        /**
         * Gives users a seat each
         * @description Needs `licensing.update` on the account.
         */
        post: operations["AssignSeats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/seat-releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes users' manual seats back
         * @description Needs `licensing.update` on the account.
         */
        post: operations["ReleaseSeats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribes the account to a product that is not seat-managed
         * @description Needs `licensing.update` on the account.
         */
        post: operations["Subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/unsubscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the account's subscription
         * @description Needs `licensing.update` on the account.
         */
        post: operations["Unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/usage-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets what may be used a month beyond the base pack; null for no limit
         * @description Needs `licensing.update` on the account.
         */
        put: operations["SetUsageLimit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records metered usage, once for each usageId
         * @description Needs `licensing.update` on the account.
         */
        post: operations["RecordUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets how long is kept, in days (free) or in months
         * @description Needs `licensing.update` on the account.
         */
        put: operations["SetRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts a trial: access for every active user, and nothing billed
         * @description Needs `licensing.update` on the account.
         */
        post: operations["StartTrial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/trial-ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a trial before its time
         * @description Needs `licensing.update` on the account.
         */
        post: operations["EndTrial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/invoices/{period}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice and adjustments issued for a period
         * @description Needs `billing.read` or `audit.read` on the account.
         */
        get: operations["issued"];
        put?: never;
        /**
         * Issues the invoice of a period that is over, or adjusts it where late facts changed its lines
         * @description Needs `billing.run` on the account.
         */
        post: operations["IssueInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All of what an account is: facts, users and roles, licences, subscriptions, retention, trials, revision
         * @description Needs `licensing.view` or `support.read` or `audit.read` on the account.
         */
        get: operations["account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Product definitions with their prices; contract prices only of the bearer's accounts
         * @description Needs a token with any grant.
         */
        get: operations["products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{programId}/phases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The phases of a program as announced and rescheduled, and which have started
         * @description Needs a token with any grant.
         */
        get: operations["phases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/allocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Licences, capacity, seats and overage of a product
         * @description Needs `licensing.view` or `support.read` or `audit.read` on the account.
         */
        get: operations["allocation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every interval in which a user held a seat of a product
         * @description Needs `licensing.view` or `support.read` or `audit.read` on the account.
         */
        get: operations["holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/products/{product}/peaks/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The month's highest licences, assigned seats and overage, and what of it is billed
         * @description Needs `billing.read` or `audit.read` on the account.
         */
        get: operations["peak"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/users/{userId}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The features that a user has access to
         * @description Needs `licensing.view` or `support.read` or `audit.read` on the account.
         */
        get: operations["features"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/users/{userId}/products/{product}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a user has a product, why, and every event that bears on it
         * @description Needs `support.read` or `audit.read` on the account.
         */
        get: operations["explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An account's events
         * @description Needs `support.read` or `audit.read` on the account.
         */
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/invoices/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is owed for a period, line by line
         * @description Needs `billing.read` or `audit.read` on the account.
         */
        get: operations["invoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records commands of one account together, each part at its own instant: all of them or none
         * @description Needs `licensing.update` on the account. Parts are decided as if they came one after another at their own instants, and recorded as one append. A part that has an effectiveAt asks for `licensing.correct` too. Where some are refused nothing is recorded, and `parts` of the problem names every one of them.
         */
        post: operations["RecordBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bearer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who the token makes its bearer, and on which accounts it grants anything
         * @description Needs a token with any grant.
         */
        get: operations["bearer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of all streams as they are stored, catalog, programs and accounts, in the order of the log
         * @description Needs `audit.read` on every account (`*`). A page is the events after a position; every page of one reading has the same `position`, beyond which nothing is read. With `audit.read` on single accounts, `history` and `changes` tell the events of those.
         */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An account's events as they are recorded, each once, in the order of the log, for as long as one listens
         * @description Needs `support.read` or `audit.read` on the account. Server-sent events: `id` is the position, `event` the type, `data` the event as `history` lists it, on one line. A reader that was cut off goes on with the last id that it has seen; nothing is left out or told twice. A comment comes now and then where nothing else does. A reader that takes nothing for long is cut off, and so is one whose token has expired.
         */
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "name": "Copilot",
         *       "provisioning": "assigned",
         *       "overage": "allow",
         *       "features": [
         *         "assist"
         *       ]
         *     }
         */
        DefineProduct: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /** @description For people. */
            name: string;
            /**
             * @description Seats for named users, every active user, the whole account, or a metered service.
             * @enum {string}
             */
            provisioning: "assigned" | "account-wide" | "unmanaged" | "metered";
            /**
             * @description What happens beyond capacity (assigned products only).
             * @enum {string}
             */
            overage?: "block" | "allow" | "auto-purchase";
            /**
             * @description Of each inner list at least one product must be there.
             * @default []
             */
            requires?: string[][];
            /**
             * @description Products whose features a seat of this one grants too.
             * @default []
             */
            includes?: string[];
            /**
             * @description A role is linked to at most one product of a group.
             * @default null
             */
            exclusiveGroup?: string | null;
            /**
             * @description Whether licences can be bought.
             * @default on-sale
             * @enum {string}
             */
            sale?: "on-sale" | "not-on-sale";
            /**
             * @description Seats that every account has free of charge.
             * @default 0
             */
            complimentary?: number;
            /** @description Names, or names limited to roles. */
            features?: (string | {
                feature: string;
                roles: string[];
            })[];
            /**
             * @description What a licence counts: seats, or 3 months of retention.
             * @default seat
             * @enum {string}
             */
            units?: "seat" | "retention";
            /** @description Units a month that are included (metered products only). */
            basePack?: number;
        };
        /**
         * @example {
         *       "sale": "not-on-sale"
         *     }
         */
        ChangeSale: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * @description Whether licences can be bought.
             * @enum {string}
             */
            sale: "on-sale" | "not-on-sale";
        };
        /**
         * @example {
         *       "currency": "EUR",
         *       "committed": "49.90",
         *       "uncommitted": "59.90",
         *       "validFrom": "2030-01-01T00:00:00.000Z"
         *     }
         */
        SetPrice: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * @description The account (tenant).
             * @default null
             */
            accountId?: string | null;
            /** @description ISO 4217. */
            currency: string;
            /** @description Decimal string, per unit and month. */
            committed: string;
            /** @description Decimal string, per unit and month beyond the licences. */
            uncommitted?: string;
            /**
             * @description Parts of the committed price that get lines of their own.
             * @default []
             */
            breakdown?: {
                product: string;
                amount: string;
            }[];
            /**
             * Format: date-time
             * @description From when on the price is in force.
             */
            validFrom: string;
        };
        /**
         * @example {
         *       "programId": "paid-copilot",
         *       "name": "Copilot becomes paid",
         *       "products": [
         *         "copilot"
         *       ],
         *       "phases": [
         *         {
         *           "phase": "restricted",
         *           "region": "EU",
         *           "startsAt": "2030-03-01T00:00:00.000Z"
         *         }
         *       ]
         *     }
         */
        AnnounceProgram: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /** @description The enforcement program. */
            programId: string;
            /** @description For people. */
            name: string;
            /** @description The products that the program covers. */
            products: string[];
            /** @description At most one entry for each phase and region. */
            phases: {
                /** @enum {string} */
                phase: "assignment-open" | "restricted" | "overage-billing";
                region: string | null;
                /** Format: date-time */
                startsAt: string;
            }[];
            /**
             * @description What happens when assignment opens.
             * @default none
             * @enum {string}
             */
            onOpen?: "none" | "assign-all-active";
        };
        /**
         * @example {
         *       "phase": "restricted",
         *       "region": "EU",
         *       "startsAt": "2030-06-01T00:00:00.000Z",
         *       "reason": "customers asked"
         *     }
         */
        ReschedulePhase: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason: string;
            /**
             * @description The phase.
             * @enum {string}
             */
            phase: "assignment-open" | "restricted" | "overage-billing";
            /** @description Region id; in programs null stands for every region without an entry. */
            region: string | null;
            /**
             * Format: date-time
             * @description When the phase starts.
             */
            startsAt: string;
        };
        /**
         * @example {
         *       "accountId": "acme",
         *       "name": "Acme Ltd",
         *       "region": "EU",
         *       "timeZone": "Europe/Berlin",
         *       "currency": "EUR",
         *       "pricingModel": "named",
         *       "billing": "monthly"
         *     }
         */
        OpenAccount: {
            /** @description The account (tenant). */
            accountId: string;
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description For people. */
            name: string;
            /** @description Region id; in programs null stands for every region without an entry. */
            region: string;
            /** @description IANA time zone; it says when months begin. */
            timeZone: string;
            /** @description ISO 4217. */
            currency: string;
            /**
             * @description Named seats, or concurrent use.
             * @enum {string}
             */
            pricingModel: "named" | "concurrent";
            /**
             * @description How long a billing period is.
             * @enum {string}
             */
            billing: "monthly" | "quarterly" | "annual";
        };
        /**
         * @example {
         *       "pricingModel": "concurrent"
         *     }
         */
        ChangePricingModel: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /**
             * @description Named seats, or concurrent use.
             * @enum {string}
             */
            pricingModel: "named" | "concurrent";
        };
        /**
         * @example {
         *       "userId": "zoe",
         *       "name": "Zoe",
         *       "roles": [
         *         "agent"
         *       ]
         *     }
         */
        RegisterUser: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description The user, in the account. */
            userId: string;
            /** @description For people. */
            name: string;
            /** @description Role ids, each once. */
            roles?: string[];
        };
        /**
         * @example {
         *       "roles": [
         *         "agent",
         *         "supervisor"
         *       ]
         *     }
         */
        ChangeRoles: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description Role ids, each once. */
            roles: string[];
        };
        /** @example {} */
        DeactivateUser: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
        };
        /** @example {} */
        ReactivateUser: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
        };
        /**
         * @example {
         *       "role": "agent"
         *     }
         */
        LinkRole: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description The role. */
            role: string;
        };
        /**
         * @example {
         *       "role": "agent"
         *     }
         */
        UnlinkRole: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description The role. */
            role: string;
        };
        /**
         * @example {
         *       "quantity": 5
         *     }
         */
        PurchaseLicenses: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description How many. */
            quantity: number;
        };
        /**
         * @example {
         *       "quantity": 1
         *     }
         */
        ReduceLicenses: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description How many. */
            quantity: number;
        };
        /**
         * @example {
         *       "quantity": 20
         *     }
         */
        SetCommitment: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description How many. */
            quantity: number;
        };
        /**
         * @example {
         *       "changes": [
         *         {
         *           "product": "copilot",
         *           "quantity": 12
         *         }
         *       ]
         *     }
         */
        ChangeLicenses: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description The new totals purchased, checked in this order. */
            changes: {
                product: string;
                quantity: number;
            }[];
        };
        /**
         * @example {
         *       "userIds": [
         *         "zoe"
         *       ]
         *     }
         */
        AssignSeats: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description Users; one that is given twice counts once. */
            userIds: string[];
        };
        /**
         * @example {
         *       "userIds": [
         *         "zoe"
         *       ]
         *     }
         */
        SaveSeats: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description Users; one that is given twice counts once. */
            userIds: string[];
        };
        /**
         * @example {
         *       "userIds": [
         *         "zoe"
         *       ],
         *       "cascade": true
         *     }
         */
        ReleaseSeats: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description Users; one that is given twice counts once. */
            userIds: string[];
            /**
             * @description Releases too what requires the seats that are released.
             * @default false
             */
            cascade?: boolean;
        };
        /** @example {} */
        Subscribe: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
        };
        /** @example {} */
        Unsubscribe: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
        };
        /**
         * @example {
         *       "limit": 10000
         *     }
         */
        SetUsageLimit: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description Units a month beyond the base pack; null for no limit. */
            limit: number | null;
        };
        /**
         * @example {
         *       "usageId": "call-4711",
         *       "quantity": 3
         *     }
         */
        RecordUsage: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description Of the usage record: it counts once. */
            usageId: string;
            /** @description How many. */
            quantity: number;
        };
        /**
         * @example {
         *       "months": 6
         *     }
         */
        SetRetention: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /** @description Days of retention, free. */
            days?: number;
            /** @description Months of retention, a multiple of 3. */
            months?: number;
        };
        /**
         * @example {
         *       "endsAt": "2030-04-01T00:00:00.000Z"
         *     }
         */
        StartTrial: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
            /**
             * Format: date-time
             * @description When the trial ends.
             */
            endsAt: string;
        };
        /** @example {} */
        EndTrial: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
             */
            effectiveAt?: string;
        };
        /** @example {} */
        IssueInvoice: {
            /** @description Why this is recorded; needed for what is recorded late. */
            reason?: string;
        };
        /**
         * @example {
         *       "parts": [
         *         {
         *           "effectiveAt": "2026-03-03T08:00:00.000Z",
         *           "reason": "from the old system",
         *           "commands": [
         *             {
         *               "do": "RegisterUser",
         *               "with": {
         *                 "userId": "max",
         *                 "name": "Max Low",
         *                 "roles": [
         *                   "agent"
         *                 ]
         *               },
         *               "unless": "user-exists"
         *             },
         *             {
         *               "do": "AssignSeats",
         *               "with": {
         *                 "product": "copilot",
         *                 "userIds": [
         *                   "max"
         *                 ]
         *               }
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        RecordBatch: {
            /** @description What is so at one instant each: decided in the order of their instants, then as they are given. */
            parts: {
                /**
                 * Format: date-time
                 * @description When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.
                 */
                effectiveAt?: string;
                /** @description Why this is recorded; needed for what is recorded late. */
                reason?: string;
                /** @description One after another; after one that is refused the rest of the part is not looked at. */
                commands: ({
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "ChangePricingModel";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /**
                         * @description Named seats, or concurrent use.
                         * @enum {string}
                         */
                        pricingModel: "named" | "concurrent";
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "RegisterUser";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The user, in the account. */
                        userId: string;
                        /** @description For people. */
                        name: string;
                        /** @description Role ids, each once. */
                        roles?: string[];
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "ChangeRoles";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The user, in the account. */
                        userId: string;
                        /** @description Role ids, each once. */
                        roles: string[];
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "DeactivateUser";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The user, in the account. */
                        userId: string;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "ReactivateUser";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The user, in the account. */
                        userId: string;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "LinkRole";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The role. */
                        role: string;
                        /** @description The product. */
                        product: string;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "UnlinkRole";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The role. */
                        role: string;
                        /** @description The product. */
                        product: string;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "PurchaseLicenses";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description How many. */
                        quantity: number;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "ReduceLicenses";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description How many. */
                        quantity: number;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "SetCommitment";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description How many. */
                        quantity: number;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "ChangeLicenses";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The new totals purchased, checked in this order. */
                        changes: {
                            /** @description The product. */
                            product: string;
                            /** @description How many. */
                            quantity: number;
                        }[];
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "AssignSeats";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description Users; one that is given twice counts once. */
                        userIds: string[];
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "ReleaseSeats";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description Users; one that is given twice counts once. */
                        userIds: string[];
                        /**
                         * @description Releases too what requires the seats that are released.
                         * @default false
                         */
                        cascade?: boolean;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "SaveSeats";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description Users; one that is given twice counts once. */
                        userIds: string[];
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "Subscribe";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "Unsubscribe";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "SetUsageLimit";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description Units a month beyond the base pack; null for no limit. */
                        limit: number | null;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "RecordUsage";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description Of the usage record: it counts once. */
                        usageId: string;
                        /** @description How many. */
                        quantity: number;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "SetRetention";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /** @description Days of retention, free. */
                        days?: number;
                        /** @description Months of retention, a multiple of 3. */
                        months?: number;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "StartTrial";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                        /**
                         * Format: date-time
                         * @description When the trial ends.
                         */
                        endsAt: string;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                } | {
                    /**
                     * @description The command.
                     * @enum {string}
                     */
                    do: "EndTrial";
                    /** @description Its fields, but those that the address, the headers and the part hold. */
                    with: {
                        /** @description The product. */
                        product: string;
                    };
                    /**
                     * @description The refusal by which there is nothing to do.
                     * @enum {string}
                     */
                    unless?: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                })[];
            }[];
        };
        Recorded: {
            /** @description Types of the events that it recorded; none where nothing changed. */
            events: string[];
            /** @description Of the last event, or the one it was judged at: ask with it to read this write. */
            position: number;
            /** @description The stream's revision afterwards; of an account, also the ETag. */
            revision: number;
        };
        /**
         * @example {
         *       "events": [
         *         {
         *           "type": "SeatAssigned",
         *           "effectiveAt": "2026-04-02T09:00:00.000Z",
         *           "data": {
         *             "product": "copilot",
         *             "userId": "ben",
         *             "source": "manual"
         *           }
         *         }
         *       ],
         *       "knownAt": "2026-04-02T09:00:00.000Z",
         *       "position": 46,
         *       "revision": 32,
         *       "allocations": [
         *         {
         *           "product": "copilot",
         *           "before": {
         *             "accountId": "acme",
         *             "product": "copilot",
         *             "purchased": 12,
         *             "commitment": 20,
         *             "complimentary": 0,
         *             "capacity": 20,
         *             "assigned": 2,
         *             "available": 18,
         *             "overage": 0,
         *             "seats": [
         *               {
         *                 "userId": "max",
         *                 "since": "2026-03-03T08:00:00.000Z",
         *                 "sources": [
         *                   "manual",
         *                   "role:agent"
         *                 ]
         *               },
         *               {
         *                 "userId": "zoe",
         *                 "since": "2026-03-02T08:30:00.000Z",
         *                 "sources": [
         *                   "manual"
         *                 ]
         *               }
         *             ]
         *           },
         *           "after": {
         *             "accountId": "acme",
         *             "product": "copilot",
         *             "purchased": 12,
         *             "commitment": 20,
         *             "complimentary": 0,
         *             "capacity": 20,
         *             "assigned": 3,
         *             "available": 17,
         *             "overage": 0,
         *             "seats": [
         *               {
         *                 "userId": "ben",
         *                 "since": "2026-04-02T09:00:00.000Z",
         *                 "sources": [
         *                   "manual"
         *                 ]
         *               },
         *               {
         *                 "userId": "max",
         *                 "since": "2026-03-03T08:00:00.000Z",
         *                 "sources": [
         *                   "manual",
         *                   "role:agent"
         *                 ]
         *               },
         *               {
         *                 "userId": "zoe",
         *                 "since": "2026-03-02T08:30:00.000Z",
         *                 "sources": [
         *                   "manual"
         *                 ]
         *               }
         *             ]
         *           }
         *         }
         *       ],
         *       "invoices": [
         *         {
         *           "period": "2026-04",
         *           "before": {
         *             "currency": "EUR",
         *             "provisional": true,
         *             "lines": [
         *               {
         *                 "month": "2026-04",
         *                 "product": "copilot",
         *                 "kind": "licences",
         *                 "quantity": 20,
         *                 "unitPrice": "49.90",
         *                 "amount": "998.00"
         *               },
         *               {
         *                 "month": "2026-04",
         *                 "product": "minutes",
         *                 "kind": "subscription",
         *                 "quantity": 1,
         *                 "unitPrice": "20",
         *                 "amount": "20.00"
         *               }
         *             ],
         *             "subtotal": "1018.00"
         *           },
         *           "after": {
         *             "currency": "EUR",
         *             "provisional": true,
         *             "lines": [
         *               {
         *                 "month": "2026-04",
         *                 "product": "copilot",
         *                 "kind": "licences",
         *                 "quantity": 20,
         *                 "unitPrice": "49.90",
         *                 "amount": "998.00"
         *               },
         *               {
         *                 "month": "2026-04",
         *                 "product": "minutes",
         *                 "kind": "subscription",
         *                 "quantity": 1,
         *                 "unitPrice": "20",
         *                 "amount": "20.00"
         *               }
         *             ],
         *             "subtotal": "1018.00"
         *           }
         *         }
         *       ],
         *       "invoicesFrom": "2026-04"
         *     }
         */
        Previewed: {
            /** @description That the command would record now. */
            events: {
                type: string;
                /** Format: date-time */
                effectiveAt: string;
                data: {
                    [key: string]: unknown;
                };
            }[];
            /** @description Whether the events are those that it recorded, when it was sent before (batches). */
            recordedBefore?: boolean;
            /** Format: date-time */
            knownAt: string;
            /** @description The last event that it was judged on. */
            position: number;
            /** @description Of the stream as it was judged on: with it as If-Match, the command does this or nothing. */
            revision: number;
            /** @description Of every seat-managed product that is touched (account commands). */
            allocations?: {
                product: string;
                before: {
                    accountId: string;
                    product: string;
                    purchased: number;
                    commitment: number;
                    complimentary: number;
                    capacity: number;
                    assigned: number;
                    available: number;
                    overage: number;
                    seats: {
                        userId: string;
                        /** Format: date-time */
                        since: string;
                        sources: string[];
                    }[];
                } | {
                    /** @enum {string} */
                    refused: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                };
                after: {
                    accountId: string;
                    product: string;
                    purchased: number;
                    commitment: number;
                    complimentary: number;
                    capacity: number;
                    assigned: number;
                    available: number;
                    overage: number;
                    seats: {
                        userId: string;
                        /** Format: date-time */
                        since: string;
                        sources: string[];
                    }[];
                } | {
                    /** @enum {string} */
                    refused: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                };
            }[];
            /** @description Of the current period, and of every one that changes, from invoicesFrom on (account commands). */
            invoices?: {
                period: string;
                before: {
                    currency: string;
                    provisional: boolean;
                    lines: {
                        month: string;
                        product: string;
                        /** @enum {string} */
                        kind: "licences" | "licences-part" | "overage" | "account-wide" | "subscription" | "usage";
                        quantity: number;
                        /** @description A decimal string, per unit and month. */
                        unitPrice: string;
                        /** @description A decimal string to the currency's minor units. */
                        amount: string;
                    }[];
                    /** @description A decimal string to the currency's minor units. */
                    subtotal: string;
                } | {
                    /** @enum {string} */
                    refused: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                };
                after: {
                    currency: string;
                    provisional: boolean;
                    lines: {
                        month: string;
                        product: string;
                        /** @enum {string} */
                        kind: "licences" | "licences-part" | "overage" | "account-wide" | "subscription" | "usage";
                        quantity: number;
                        /** @description A decimal string, per unit and month. */
                        unitPrice: string;
                        /** @description A decimal string to the currency's minor units. */
                        amount: string;
                    }[];
                    /** @description A decimal string to the currency's minor units. */
                    subtotal: string;
                } | {
                    /** @enum {string} */
                    refused: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                };
            }[];
            /** @description The first period that was compared (account commands). */
            invoicesFrom?: string;
        };
        Accounts: {
            accounts: {
                accountId: string;
                name: string;
                region: string;
                timeZone: string;
                currency: string;
                /** @enum {string} */
                pricingModel: "named" | "concurrent";
                /** @enum {string} */
                billing: "monthly" | "quarterly" | "annual";
                /** Format: date-time */
                openedAt: string;
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
            /** @description The next page; null after the last. */
            next: string | null;
        };
        Account: {
            accountId: string;
            name: string;
            region: string;
            timeZone: string;
            currency: string;
            /** @enum {string} */
            pricingModel: "named" | "concurrent";
            /** @enum {string} */
            billing: "monthly" | "quarterly" | "annual";
            /** Format: date-time */
            openedAt: string;
            revision: number;
            users: {
                userId: string;
                name: string;
                roles: string[];
                active: boolean;
                seats: {
                    product: string;
                    /** Format: date-time */
                    since: string;
                    sources: string[];
                }[];
            }[];
            products: {
                product: string;
                purchased: number;
                commitment: number;
                linkedRoles: string[];
                subscribed: boolean;
                limit: number | null;
                usedThisMonth: number;
                retention: {
                    days: number | null;
                    months: number | null;
                } | null;
                multiplier: number;
                trial: {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    endsAt: string;
                } | null;
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
        };
        Products: {
            products: {
                product: string;
                name: string;
                /** @enum {string} */
                provisioning: "assigned" | "account-wide" | "unmanaged" | "metered";
                /** @enum {string} */
                overage: "block" | "allow" | "auto-purchase";
                requires: string[][];
                includes: string[];
                exclusiveGroup: string | null;
                /** @enum {string} */
                sale: "on-sale" | "not-on-sale";
                complimentary: number;
                features: (string | {
                    feature: string;
                    roles: string[];
                })[];
                /** @enum {string} */
                units: "seat" | "retention";
                basePack: number;
                prices: {
                    accountId: string | null;
                    currency: string;
                    /** @description A decimal string, per unit and month. */
                    committed: string;
                    /** @description A decimal string, per unit and month. */
                    uncommitted: string;
                    breakdown: {
                        product: string;
                        /** @description A decimal string, per unit and month. */
                        amount: string;
                    }[];
                    /** Format: date-time */
                    validFrom: string;
                }[];
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
            /** @description The next page; null after the last. */
            next: string | null;
        };
        Programs: {
            programs: {
                programId: string;
                name: string;
                products: string[];
                /** @enum {string} */
                onOpen: "none" | "assign-all-active";
                phases: {
                    /** @enum {string} */
                    phase: "assignment-open" | "restricted" | "overage-billing";
                    region: string | null;
                    /** Format: date-time */
                    startsAt: string;
                    started: boolean;
                }[];
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
            /** @description The next page; null after the last. */
            next: string | null;
        };
        Phases: {
            phases: {
                /** @enum {string} */
                phase: "assignment-open" | "restricted" | "overage-billing";
                region: string | null;
                /** Format: date-time */
                startsAt: string;
                started: boolean;
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
        };
        Allocation: {
            accountId: string;
            product: string;
            purchased: number;
            commitment: number;
            complimentary: number;
            capacity: number;
            assigned: number;
            available: number;
            overage: number;
            seats: {
                userId: string;
                /** Format: date-time */
                since: string;
                sources: string[];
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
        };
        Holdings: {
            holdings: {
                userId: string;
                /** Format: date-time */
                from: string;
                to: string | null;
            }[];
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
            /** @description The next page; null after the last. */
            next: string | null;
        };
        Peak: {
            licences: {
                quantity: number;
                at: string | null;
            };
            assigned: {
                quantity: number;
                at: string | null;
            };
            overage: {
                quantity: number;
                at: string | null;
            };
            billableOverage: number;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
        };
        Overview: {
            users: {
                userId: string;
                active: boolean;
                products: string[];
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
            /** @description The next page; null after the last. */
            next: string | null;
        };
        Features: {
            features: string[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
        };
        Explain: {
            licensed: boolean;
            access: boolean;
            /** @enum {string} */
            reason: "account-not-open" | "user-not-registered" | "product-unknown" | "user-inactive" | "not-subscribed" | "account-wide" | "usage-limit-reached" | "subscription" | "trial" | "concurrent-pricing" | "prerequisite-missing" | "seat" | "included" | "transition" | "seat-released" | "never-assigned";
            decisive: {
                type: string;
                /** Format: date-time */
                effectiveAt: string;
                /** Format: date-time */
                recordedAt: string;
                actor: string;
                position: number;
            } | null;
            evidence: {
                position: number;
                type: string;
                /** Format: date-time */
                effectiveAt: string;
                /** Format: date-time */
                recordedAt: string;
                actor: string;
                reason: string | null;
                data: {
                    [key: string]: unknown;
                };
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
        };
        History: {
            events: {
                position: number;
                type: string;
                /** Format: date-time */
                effectiveAt: string;
                /** Format: date-time */
                recordedAt: string;
                actor: string;
                reason: string | null;
                data: {
                    [key: string]: unknown;
                };
            }[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
            /** @description The next page; null after the last. */
            next: string | null;
        };
        Invoice: {
            accountId: string;
            period: string;
            currency: string;
            provisional: boolean;
            lines: {
                month: string;
                product: string;
                /** @enum {string} */
                kind: "licences" | "licences-part" | "overage" | "account-wide" | "subscription" | "usage";
                quantity: number;
                /** @description A decimal string, per unit and month. */
                unitPrice: string;
                /** @description A decimal string to the currency's minor units. */
                amount: string;
            }[];
            /** @description A decimal string to the currency's minor units. */
            subtotal: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
        };
        Issued: {
            documents: {
                /** @enum {string} */
                type: "InvoiceIssued" | "InvoiceAdjusted";
                invoiceId: string;
                /** @description A decimal string to the currency's minor units. */
                subtotal: string;
                lines: {
                    month: string;
                    product: string;
                    /** @enum {string} */
                    kind: "licences" | "licences-part" | "overage" | "account-wide" | "subscription" | "usage";
                    quantity: number;
                    /** @description A decimal string, per unit and month. */
                    unitPrice: string;
                    /** @description A decimal string to the currency's minor units. */
                    amount: string;
                }[];
            }[];
            /** @description A decimal string to the currency's minor units. */
            total: string;
            /** Format: date-time */
            knownAt: string;
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
        };
        Events: {
            events: {
                position: number;
                id: string;
                /** @description `catalog`, `program-{programId}` or `account-{accountId}`. */
                stream: string;
                /** @description Its place in its stream, from 0. */
                revision: number;
                type: string;
                /** @description Of the type's shape. */
                version: number;
                /** Format: date-time */
                effectiveAt: string;
                /** Format: date-time */
                recordedAt: string;
                actor: string;
                reason: string | null;
                commandId: string;
                data: {
                    [key: string]: unknown;
                };
            }[];
            /** @description No event after it was read. */
            position: number;
            /** @description Asked again, it answers the same to the byte. */
            permalink: string;
            /** @description The next page; null after the last. */
            next: string | null;
        };
        Bearer: {
            /** @description The actor of what it records. */
            actor: string;
            /** @description On which the token grants anything; * for every account. */
            accounts: "*" | string[];
        };
        /** @description Problem details (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @description The page that says what the code means.
             */
            type: string;
            title: string;
            status: number;
            /** @description What is the matter this time. */
            detail: string;
            /** @enum {string} */
            code: "account-exists" | "account-not-found" | "append-too-large" | "assignment-not-open" | "below-zero" | "body-too-large" | "capacity-exceeded" | "command-id-reused" | "defect" | "effective-in-future" | "forbidden" | "invalid-input" | "invalid-period" | "known-in-future" | "licences-in-use" | "no-trial" | "not-for-sale" | "not-found" | "not-subscribed" | "outcome-unknown" | "parts-refused" | "period-not-over" | "phase-already-started" | "phase-in-past" | "phase-not-found" | "position-not-reached" | "prerequisite-missing" | "price-missing" | "pricing-model-unsupported" | "product-kind-fixed" | "product-not-found" | "program-exists" | "program-not-found" | "rate-limited" | "reason-required" | "revision-conflict" | "role-conflict" | "seat-held-by-role" | "seat-required" | "subscription-required" | "too-many-events" | "trial-running" | "unauthenticated" | "unavailable" | "unsupported-media-type" | "usage-limit-reached" | "user-exists" | "user-inactive" | "user-not-found" | "wrong-product-kind";
            errors: {
                field: string;
                expected: string;
            }[];
            /** @description Every part of a batch that is refused (`parts-refused`). */
            parts?: {
                /** @description Among the parts as they were sent, from 0. */
                index: number;
                /** @enum {string} */
                code: "account-exists" | "account-not-found" | "assignment-not-open" | "below-zero" | "capacity-exceeded" | "command-id-reused" | "effective-in-future" | "invalid-input" | "invalid-period" | "known-in-future" | "licences-in-use" | "no-trial" | "not-for-sale" | "not-subscribed" | "period-not-over" | "phase-already-started" | "phase-in-past" | "phase-not-found" | "position-not-reached" | "prerequisite-missing" | "price-missing" | "pricing-model-unsupported" | "product-kind-fixed" | "product-not-found" | "program-exists" | "program-not-found" | "reason-required" | "revision-conflict" | "role-conflict" | "seat-held-by-role" | "seat-required" | "subscription-required" | "too-many-events" | "trial-running" | "usage-limit-reached" | "user-exists" | "user-inactive" | "user-not-found" | "wrong-product-kind";
                detail: string;
            }[];
            requestId: string;
        };
    };
    responses: {
        /** @description `invalid-input`: What was sent is not what is expected. */
        InvalidInput: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "invalid-input";
                };
            };
        };
        /** @description `unauthenticated`: The request carries no valid token. */
        Unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "unauthenticated";
                };
            };
        };
        /** @description `forbidden`: The token does not grant this. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "forbidden";
                };
            };
        };
        /** @description `product-kind-fixed`: Provisioning and units of a product stay as they are. */
        ProductKindFixed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "product-kind-fixed";
                };
            };
        };
        /**
         * @description `body-too-large`: The body is too large.
         *
         *     `append-too-large`: The command would record more at once than the log takes.
         */
        AppendTooLargeOrBodyTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "append-too-large" | "body-too-large";
                };
            };
        };
        /** @description `unsupported-media-type`: The body is not JSON. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "unsupported-media-type";
                };
            };
        };
        /**
         * @description `command-id-reused`: The Idempotency-Key was used for another command.
         *
         *     `too-many-events`: The command would record too many events.
         */
        CommandIdReusedOrTooManyEvents: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "command-id-reused" | "too-many-events";
                };
            };
        };
        /** @description `rate-limited`: Too many requests. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "rate-limited";
                };
            };
        };
        /** @description `defect`: This should not have happened. */
        Defect: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "defect";
                };
            };
        };
        /**
         * @description `outcome-unknown`: Whether the command was recorded is not known.
         *
         *     `unavailable`: The service cannot answer for now.
         */
        OutcomeUnknownOrUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "outcome-unknown" | "unavailable";
                };
            };
        };
        /** @description `product-not-found`: There is no such product. */
        ProductNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "product-not-found";
                };
            };
        };
        /**
         * @description `account-not-found`: There is no such account.
         *
         *     `product-not-found`: There is no such product.
         */
        AccountNotFoundOrProductNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "account-not-found" | "product-not-found";
                };
            };
        };
        /** @description `program-exists`: The program is announced already. */
        ProgramExists: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "program-exists";
                };
            };
        };
        /** @description `position-not-reached`: The log does not reach the position asked about. */
        PositionNotReached: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "position-not-reached";
                };
            };
        };
        /** @description `known-in-future`: knownAt is later than now. */
        KnownInFuture: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "known-in-future";
                };
            };
        };
        /** @description `unavailable`: The service cannot answer for now. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "unavailable";
                };
            };
        };
        /**
         * @description `program-not-found`: There is no such program.
         *
         *     `phase-not-found`: The program has no such phase for the region.
         */
        PhaseNotFoundOrProgramNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "phase-not-found" | "program-not-found";
                };
            };
        };
        /** @description `phase-already-started`: The phase has started. */
        PhaseAlreadyStarted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "phase-already-started";
                };
            };
        };
        /** @description `account-not-found`: There is no such account. */
        AccountNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "account-not-found";
                };
            };
        };
        /** @description `account-exists`: The account is open already. */
        AccountExists: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "account-exists";
                };
            };
        };
        /** @description `revision-conflict`: The account has changed since it was read. */
        RevisionConflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "revision-conflict";
                };
            };
        };
        /**
         * @description `account-not-found`: There is no such account.
         *
         *     `user-not-found`: There is no such user in the account.
         */
        AccountNotFoundOrUserNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "account-not-found" | "user-not-found";
                };
            };
        };
        /**
         * @description `capacity-exceeded`: There are not enough licences.
         *
         *     `not-for-sale`: The product is not on sale.
         */
        CapacityExceededOrNotForSale: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "capacity-exceeded" | "not-for-sale";
                };
            };
        };
        /** @description `wrong-product-kind`: The product is of another kind than this is for. */
        WrongProductKind: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "wrong-product-kind";
                };
            };
        };
        /**
         * @description `wrong-product-kind`: The product is of another kind than this is for.
         *
         *     `not-for-sale`: The product is not on sale.
         */
        NotForSaleOrWrongProductKind: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "not-for-sale" | "wrong-product-kind";
                };
            };
        };
        /**
         * @description `wrong-product-kind`: The product is of another kind than this is for.
         *
         *     `licences-in-use`: Licences that seats use cannot be given back.
         */
        LicencesInUseOrWrongProductKind: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "licences-in-use" | "wrong-product-kind";
                };
            };
        };
        /**
         * @description `wrong-product-kind`: The product is of another kind than this is for.
         *
         *     `prerequisite-missing`: What the product requires is not there.
         */
        PrerequisiteMissingOrWrongProductKind: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "prerequisite-missing" | "wrong-product-kind";
                };
            };
        };
        /**
         * @description `wrong-product-kind`: The product is of another kind than this is for.
         *
         *     `subscription-required`: Another subscription requires this one.
         */
        SubscriptionRequiredOrWrongProductKind: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "subscription-required" | "wrong-product-kind";
                };
            };
        };
        /**
         * @description `wrong-product-kind`: The product is of another kind than this is for.
         *
         *     `trial-running`: A trial of the product is running.
         */
        TrialRunningOrWrongProductKind: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "trial-running" | "wrong-product-kind";
                };
            };
        };
        /**
         * @description `wrong-product-kind`: The product is of another kind than this is for.
         *
         *     `no-trial`: No trial of the product is running.
         */
        NoTrialOrWrongProductKind: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "no-trial" | "wrong-product-kind";
                };
            };
        };
        /**
         * @description `period-not-over`: The period is not over.
         *
         *     `price-missing`: No price is known for what is to be billed.
         */
        PeriodNotOverOrPriceMissing: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "period-not-over" | "price-missing";
                };
            };
        };
        /**
         * @description `known-in-future`: knownAt is later than now.
         *
         *     `invalid-period`: The period does not fit the account's billing.
         */
        InvalidPeriodOrKnownInFuture: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "invalid-period" | "known-in-future";
                };
            };
        };
        /** @description `program-not-found`: There is no such program. */
        ProgramNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "program-not-found";
                };
            };
        };
        /**
         * @description `position-not-reached`: The log does not reach the position asked about.
         *
         *     `wrong-product-kind`: The product is of another kind than this is for.
         */
        PositionNotReachedOrWrongProductKind: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "position-not-reached" | "wrong-product-kind";
                };
            };
        };
        /**
         * @description `position-not-reached`: The log does not reach the position asked about.
         *
         *     `price-missing`: No price is known for what is to be billed.
         */
        PositionNotReachedOrPriceMissing: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "position-not-reached" | "price-missing";
                };
            };
        };
        /** @description `parts-refused`: Some parts of the batch are refused; nothing was recorded. */
        PartsRefused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "parts-refused";
                };
            };
        };
    };
    parameters: {
        /** @description What the request belongs to: logs have it, and the events of a command. */
        "X-Correlation-Id": string;
    };
    requestBodies: never;
    headers: {
        /** @description By which the logs know the request. */
        "X-Request-Id": string;
        /** @description What token is asked for (RFC 6750). */
        "WWW-Authenticate": string;
        /** @description Seconds to wait, where that is known. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    DefineProduct: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineProduct"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "ProductDefined"
                     *       ],
                     *       "position": 1,
                     *       "revision": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ProductKindFixed"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandIdReusedOrTooManyEvents"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    ChangeSale: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSale"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "ProductSaleChanged"
                     *       ],
                     *       "position": 5,
                     *       "revision": 4
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ProductNotFound"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandIdReusedOrTooManyEvents"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    SetPrice: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPrice"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "PriceSet"
                     *       ],
                     *       "position": 2,
                     *       "revision": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    programs: {
        parameters: {
            query?: {
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
                /** @description Items a page. */
                limit?: number;
                /** @description As the page before gave it in next; it holds the bounds, so it is sent without them. */
                cursor?: string;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programs": [
                     *         {
                     *           "programId": "paid-copilot",
                     *           "name": "Copilot becomes paid",
                     *           "products": [
                     *             "copilot"
                     *           ],
                     *           "onOpen": "none",
                     *           "phases": [
                     *             {
                     *               "phase": "restricted",
                     *               "region": "EU",
                     *               "startsAt": "2030-06-01T00:00:00.000Z",
                     *               "started": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/programs?limit=100&at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41",
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Programs"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    AnnounceProgram: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnounceProgram"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "EnforcementProgramAnnounced"
                     *       ],
                     *       "position": 11,
                     *       "revision": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ProductNotFound"];
            409: components["responses"]["ProgramExists"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `phase-in-past`: A phase cannot start before now.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "phase-in-past" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    ReschedulePhase: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The enforcement program. */
                programId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReschedulePhase"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "EnforcementPhaseRescheduled"
                     *       ],
                     *       "position": 12,
                     *       "revision": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PhaseNotFoundOrProgramNotFound"];
            409: components["responses"]["PhaseAlreadyStarted"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `phase-in-past`: A phase cannot start before now.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "phase-in-past" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    accounts: {
        parameters: {
            query?: {
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
                /** @description Items a page. */
                limit?: number;
                /** @description As the page before gave it in next; it holds the bounds, so it is sent without them. */
                cursor?: string;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accounts": [
                     *         {
                     *           "accountId": "acme",
                     *           "name": "Acme Ltd",
                     *           "region": "EU",
                     *           "timeZone": "Europe/Berlin",
                     *           "currency": "EUR",
                     *           "pricingModel": "named",
                     *           "billing": "monthly",
                     *           "openedAt": "2026-03-02T08:00:00.000Z"
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts?limit=100&at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41",
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Accounts"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    OpenAccount: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccount"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "AccountOpened"
                     *       ],
                     *       "position": 13,
                     *       "revision": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            409: components["responses"]["AccountExists"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    ChangePricingModel: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePricingModel"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "PricingModelChanged"
                     *       ],
                     *       "position": 42,
                     *       "revision": 28
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    overview: {
        parameters: {
            query?: {
                /** @description The product. */
                product?: string;
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
                /** @description Items a page. */
                limit?: number;
                /** @description As the page before gave it in next; it holds the bounds, so it is sent without them. */
                cursor?: string;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "users": [
                     *         {
                     *           "userId": "ben",
                     *           "active": true,
                     *           "products": []
                     *         },
                     *         {
                     *           "userId": "zoe",
                     *           "active": true,
                     *           "products": [
                     *             "copilot"
                     *           ]
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/users?limit=100&at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41",
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Overview"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    RegisterUser: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterUser"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "UserRegistered"
                     *       ],
                     *       "position": 14,
                     *       "revision": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            /**
             * @description `user-exists`: The user is registered already.
             *
             *     `capacity-exceeded`: There are not enough licences.
             *
             *     `not-for-sale`: The product is not on sale.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "capacity-exceeded" | "not-for-sale" | "user-exists";
                    };
                };
            };
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    ChangeRoles: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The user, in the account. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRoles"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "UserRolesChanged"
                     *       ],
                     *       "position": 19,
                     *       "revision": 6
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrUserNotFound"];
            409: components["responses"]["CapacityExceededOrNotForSale"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    DeactivateUser: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The user, in the account. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeactivateUser"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "UserDeactivated"
                     *       ],
                     *       "position": 38,
                     *       "revision": 25
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrUserNotFound"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    ReactivateUser: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The user, in the account. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactivateUser"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "UserReactivated"
                     *       ],
                     *       "position": 39,
                     *       "revision": 26
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrUserNotFound"];
            409: components["responses"]["CapacityExceededOrNotForSale"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    LinkRole: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRole"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "RoleLinked",
                     *         "SeatAssigned"
                     *       ],
                     *       "position": 18,
                     *       "revision": 5
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `role-conflict`: The role is linked to another product of the exclusive group.
             *
             *     `capacity-exceeded`: There are not enough licences.
             *
             *     `not-for-sale`: The product is not on sale.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "capacity-exceeded" | "not-for-sale" | "role-conflict" | "wrong-product-kind";
                    };
                };
            };
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    UnlinkRole: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlinkRole"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "RoleUnlinked",
                     *         "SeatReleased"
                     *       ],
                     *       "position": 26,
                     *       "revision": 13
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["WrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    PurchaseLicenses: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurchaseLicenses"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "LicensePurchased"
                     *       ],
                     *       "position": 16,
                     *       "revision": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["NotForSaleOrWrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    ReduceLicenses: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReduceLicenses"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "LicenseReduced"
                     *       ],
                     *       "position": 27,
                     *       "revision": 14
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `below-zero`: More licences would go than there are.
             *
             *     `licences-in-use`: Licences that seats use cannot be given back.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "below-zero" | "licences-in-use" | "wrong-product-kind";
                    };
                };
            };
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    SetCommitment: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCommitment"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "CommitmentSet"
                     *       ],
                     *       "position": 28,
                     *       "revision": 15
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["LicencesInUseOrWrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    ChangeLicenses: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLicenses"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "LicensePurchased"
                     *       ],
                     *       "position": 29,
                     *       "revision": 16
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `not-for-sale`: The product is not on sale.
             *
             *     `licences-in-use`: Licences that seats use cannot be given back.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "licences-in-use" | "not-for-sale" | "wrong-product-kind";
                    };
                };
            };
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    SaveSeats: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveSeats"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "SeatReleased",
                     *         "SeatAssigned"
                     *       ],
                     *       "position": 22,
                     *       "revision": 9
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found" | "user-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `pricing-model-unsupported`: Seats are not assigned under concurrent pricing.
             *
             *     `assignment-not-open`: Assignment has not been opened in this region.
             *
             *     `user-inactive`: The user is not active.
             *
             *     `prerequisite-missing`: What the product requires is not there.
             *
             *     `seat-required`: Another seat requires this one.
             *
             *     `capacity-exceeded`: There are not enough licences.
             *
             *     `not-for-sale`: The product is not on sale.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "assignment-not-open" | "capacity-exceeded" | "not-for-sale" | "prerequisite-missing" | "pricing-model-unsupported" | "seat-required" | "user-inactive" | "wrong-product-kind";
                    };
                };
            };
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    AssignSeats: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignSeats"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "SeatAssigned"
                     *       ],
                     *       "position": 20,
                     *       "revision": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found" | "user-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `pricing-model-unsupported`: Seats are not assigned under concurrent pricing.
             *
             *     `assignment-not-open`: Assignment has not been opened in this region.
             *
             *     `user-inactive`: The user is not active.
             *
             *     `prerequisite-missing`: What the product requires is not there.
             *
             *     `capacity-exceeded`: There are not enough licences.
             *
             *     `not-for-sale`: The product is not on sale.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "assignment-not-open" | "capacity-exceeded" | "not-for-sale" | "prerequisite-missing" | "pricing-model-unsupported" | "user-inactive" | "wrong-product-kind";
                    };
                };
            };
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    ReleaseSeats: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseSeats"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "SeatReleased"
                     *       ],
                     *       "position": 23,
                     *       "revision": 10
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found" | "user-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `seat-held-by-role`: The seat is held by a role.
             *
             *     `seat-required`: Another seat requires this one.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "seat-held-by-role" | "seat-required" | "wrong-product-kind";
                    };
                };
            };
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    Subscribe: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Subscribe"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "ProductSubscribed"
                     *       ],
                     *       "position": 30,
                     *       "revision": 17
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["PrerequisiteMissingOrWrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    Unsubscribe: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unsubscribe"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "ProductUnsubscribed"
                     *       ],
                     *       "position": 31,
                     *       "revision": 18
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["SubscriptionRequiredOrWrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    SetUsageLimit: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUsageLimit"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "UsageLimitSet"
                     *       ],
                     *       "position": 33,
                     *       "revision": 20
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["WrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    RecordUsage: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordUsage"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "UsageRecorded"
                     *       ],
                     *       "position": 34,
                     *       "revision": 21
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `not-subscribed`: The account is not subscribed to the product.
             *
             *     `usage-limit-reached`: The month's usage limit is reached.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "not-subscribed" | "usage-limit-reached" | "wrong-product-kind";
                    };
                };
            };
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    SetRetention: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRetention"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "RetentionSet"
                     *       ],
                     *       "position": 35,
                     *       "revision": 22
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["WrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    StartTrial: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartTrial"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "TrialStarted"
                     *       ],
                     *       "position": 36,
                     *       "revision": 23
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["TrialRunningOrWrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    EndTrial: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndTrial"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "TrialEnded"
                     *       ],
                     *       "position": 37,
                     *       "revision": 24
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["NoTrialOrWrongProductKind"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    issued: {
        parameters: {
            query?: {
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description A billing period that fits the account: a month, a quarter or a year. */
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "documents": [
                     *         {
                     *           "type": "InvoiceIssued",
                     *           "invoiceId": "0a62ca80-6a04-5631-8358-c67b81fec7a3",
                     *           "lines": [
                     *             {
                     *               "month": "2026-03",
                     *               "product": "copilot",
                     *               "kind": "licences",
                     *               "quantity": 20,
                     *               "unitPrice": "49.90",
                     *               "amount": "998.00"
                     *             },
                     *             {
                     *               "month": "2026-03",
                     *               "product": "minutes",
                     *               "kind": "subscription",
                     *               "quantity": 1,
                     *               "unitPrice": "20",
                     *               "amount": "20.00"
                     *             }
                     *           ],
                     *           "subtotal": "1018.00"
                     *         }
                     *       ],
                     *       "total": "1018.00",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/invoices/2026-03/documents?knownAt=2026-04-02T09%3A00%3A00.000Z&position=41"
                     *     }
                     */
                    "application/json": components["schemas"]["Issued"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["InvalidPeriodOrKnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    IssueInvoice: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description A billing period that fits the account: a month, a quarter or a year. */
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueInvoice"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "InvoiceIssued"
                     *       ],
                     *       "position": 41,
                     *       "revision": 27
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            409: components["responses"]["PeriodNotOverOrPriceMissing"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `command-id-reused`: The Idempotency-Key was used for another command.
             *
             *     `too-many-events`: The command would record too many events.
             *
             *     `invalid-period`: The period does not fit the account's billing.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "invalid-period" | "too-many-events";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    account: {
        parameters: {
            query?: {
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "acme",
                     *       "name": "Acme Ltd",
                     *       "region": "EU",
                     *       "timeZone": "Europe/Berlin",
                     *       "currency": "EUR",
                     *       "pricingModel": "named",
                     *       "billing": "monthly",
                     *       "openedAt": "2026-03-02T08:00:00.000Z",
                     *       "revision": 27,
                     *       "users": [
                     *         {
                     *           "userId": "ben",
                     *           "name": "Ben",
                     *           "roles": [],
                     *           "active": true,
                     *           "seats": []
                     *         },
                     *         {
                     *           "userId": "zoe",
                     *           "name": "Zoe",
                     *           "roles": [
                     *             "agent",
                     *             "supervisor"
                     *           ],
                     *           "active": true,
                     *           "seats": [
                     *             {
                     *               "product": "copilot",
                     *               "since": "2026-03-02T08:30:00.000Z",
                     *               "sources": [
                     *                 "manual"
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "products": [
                     *         {
                     *           "product": "copilot",
                     *           "purchased": 12,
                     *           "commitment": 20,
                     *           "linkedRoles": [],
                     *           "subscribed": false,
                     *           "limit": null,
                     *           "usedThisMonth": 0,
                     *           "retention": null,
                     *           "multiplier": 1,
                     *           "trial": null
                     *         },
                     *         {
                     *           "product": "minutes",
                     *           "purchased": 0,
                     *           "commitment": 0,
                     *           "linkedRoles": [],
                     *           "subscribed": true,
                     *           "limit": 10000,
                     *           "usedThisMonth": 0,
                     *           "retention": null,
                     *           "multiplier": 1,
                     *           "trial": null
                     *         },
                     *         {
                     *           "product": "recording",
                     *           "purchased": 0,
                     *           "commitment": 0,
                     *           "linkedRoles": [],
                     *           "subscribed": false,
                     *           "limit": null,
                     *           "usedThisMonth": 0,
                     *           "retention": {
                     *             "days": null,
                     *             "months": 6
                     *           },
                     *           "multiplier": 2,
                     *           "trial": null
                     *         },
                     *         {
                     *           "product": "site",
                     *           "purchased": 0,
                     *           "commitment": 0,
                     *           "linkedRoles": [],
                     *           "subscribed": false,
                     *           "limit": null,
                     *           "usedThisMonth": 0,
                     *           "retention": null,
                     *           "multiplier": 1,
                     *           "trial": null
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme?at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41"
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    products: {
        parameters: {
            query?: {
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
                /** @description Items a page. */
                limit?: number;
                /** @description As the page before gave it in next; it holds the bounds, so it is sent without them. */
                cursor?: string;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "products": [
                     *         {
                     *           "product": "assist",
                     *           "name": "assist",
                     *           "provisioning": "assigned",
                     *           "requires": [
                     *             [
                     *               "copilot"
                     *             ]
                     *           ],
                     *           "includes": [],
                     *           "exclusiveGroup": "agents",
                     *           "sale": "on-sale",
                     *           "complimentary": 0,
                     *           "features": [],
                     *           "units": "seat",
                     *           "overage": "allow",
                     *           "basePack": 0,
                     *           "prices": []
                     *         },
                     *         {
                     *           "product": "copilot",
                     *           "name": "Copilot",
                     *           "provisioning": "assigned",
                     *           "requires": [],
                     *           "includes": [],
                     *           "exclusiveGroup": null,
                     *           "sale": "on-sale",
                     *           "complimentary": 0,
                     *           "features": [
                     *             "assist"
                     *           ],
                     *           "units": "seat",
                     *           "overage": "allow",
                     *           "basePack": 0,
                     *           "prices": [
                     *             {
                     *               "accountId": null,
                     *               "currency": "EUR",
                     *               "committed": "49.90",
                     *               "uncommitted": "59.90",
                     *               "breakdown": [],
                     *               "validFrom": "2030-01-01T00:00:00.000Z"
                     *             },
                     *             {
                     *               "accountId": null,
                     *               "currency": "EUR",
                     *               "committed": "49.90",
                     *               "uncommitted": "59.90",
                     *               "breakdown": [],
                     *               "validFrom": "2026-01-01T00:00:00.000Z"
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "product": "minutes",
                     *           "name": "minutes",
                     *           "provisioning": "metered",
                     *           "requires": [],
                     *           "includes": [],
                     *           "exclusiveGroup": null,
                     *           "sale": "on-sale",
                     *           "complimentary": 0,
                     *           "features": [],
                     *           "units": "seat",
                     *           "overage": "block",
                     *           "basePack": 1000,
                     *           "prices": [
                     *             {
                     *               "accountId": null,
                     *               "currency": "EUR",
                     *               "committed": "20",
                     *               "uncommitted": "20",
                     *               "breakdown": [],
                     *               "validFrom": "2026-01-01T00:00:00.000Z"
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "product": "recording",
                     *           "name": "recording",
                     *           "provisioning": "assigned",
                     *           "requires": [],
                     *           "includes": [],
                     *           "exclusiveGroup": null,
                     *           "sale": "on-sale",
                     *           "complimentary": 0,
                     *           "features": [],
                     *           "units": "retention",
                     *           "overage": "block",
                     *           "basePack": 0,
                     *           "prices": []
                     *         },
                     *         {
                     *           "product": "site",
                     *           "name": "site",
                     *           "provisioning": "unmanaged",
                     *           "requires": [],
                     *           "includes": [],
                     *           "exclusiveGroup": null,
                     *           "sale": "on-sale",
                     *           "complimentary": 0,
                     *           "features": [],
                     *           "units": "seat",
                     *           "overage": "block",
                     *           "basePack": 0,
                     *           "prices": []
                     *         },
                     *         {
                     *           "product": "site-plus",
                     *           "name": "site-plus",
                     *           "provisioning": "unmanaged",
                     *           "requires": [
                     *             [
                     *               "site"
                     *             ]
                     *           ],
                     *           "includes": [],
                     *           "exclusiveGroup": null,
                     *           "sale": "on-sale",
                     *           "complimentary": 0,
                     *           "features": [],
                     *           "units": "seat",
                     *           "overage": "block",
                     *           "basePack": 0,
                     *           "prices": []
                     *         },
                     *         {
                     *           "product": "voice",
                     *           "name": "voice",
                     *           "provisioning": "assigned",
                     *           "requires": [],
                     *           "includes": [],
                     *           "exclusiveGroup": null,
                     *           "sale": "not-on-sale",
                     *           "complimentary": 0,
                     *           "features": [],
                     *           "units": "seat",
                     *           "overage": "block",
                     *           "basePack": 0,
                     *           "prices": []
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/products?limit=100&at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41",
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Products"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    phases: {
        parameters: {
            query?: {
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The enforcement program. */
                programId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "phases": [
                     *         {
                     *           "phase": "restricted",
                     *           "region": "EU",
                     *           "startsAt": "2030-06-01T00:00:00.000Z",
                     *           "started": false
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/programs/paid-copilot/phases?at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41"
                     *     }
                     */
                    "application/json": components["schemas"]["Phases"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ProgramNotFound"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    allocation: {
        parameters: {
            query?: {
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "acme",
                     *       "product": "copilot",
                     *       "purchased": 12,
                     *       "commitment": 20,
                     *       "complimentary": 0,
                     *       "capacity": 20,
                     *       "assigned": 1,
                     *       "available": 19,
                     *       "overage": 0,
                     *       "seats": [
                     *         {
                     *           "userId": "zoe",
                     *           "since": "2026-03-02T08:30:00.000Z",
                     *           "sources": [
                     *             "manual"
                     *           ]
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/products/copilot/allocation?at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41"
                     *     }
                     */
                    "application/json": components["schemas"]["Allocation"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["PositionNotReachedOrWrongProductKind"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    holdings: {
        parameters: {
            query?: {
                /** @description The user, in the account. */
                userId?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
                /** @description Items a page. */
                limit?: number;
                /** @description As the page before gave it in next; it holds the bounds, so it is sent without them. */
                cursor?: string;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "holdings": [
                     *         {
                     *           "userId": "ben",
                     *           "from": "2026-03-02T08:30:00.000Z",
                     *           "to": "2026-03-05T10:00:00.000Z"
                     *         },
                     *         {
                     *           "userId": "zoe",
                     *           "from": "2026-03-02T08:30:00.000Z",
                     *           "to": null
                     *         }
                     *       ],
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/products/copilot/holdings?limit=100&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41",
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Holdings"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["PositionNotReachedOrWrongProductKind"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    peak: {
        parameters: {
            query?: {
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The product. */
                product: string;
                /** @description A calendar month in the account's time zone. */
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licences": {
                     *         "quantity": 20,
                     *         "at": "2026-03-06T09:00:00.000Z"
                     *       },
                     *       "assigned": {
                     *         "quantity": 2,
                     *         "at": "2026-03-02T08:30:00.000Z"
                     *       },
                     *       "overage": {
                     *         "quantity": 0,
                     *         "at": null
                     *       },
                     *       "billableOverage": 0,
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/products/copilot/peaks/2026-03?knownAt=2026-04-02T09%3A00%3A00.000Z&position=41"
                     *     }
                     */
                    "application/json": components["schemas"]["Peak"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["PositionNotReachedOrWrongProductKind"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    features: {
        parameters: {
            query?: {
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The user, in the account. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "features": [
                     *         "assist"
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/users/zoe/features?at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41"
                     *     }
                     */
                    "application/json": components["schemas"]["Features"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrUserNotFound"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    explain: {
        parameters: {
            query?: {
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description The user, in the account. */
                userId: string;
                /** @description The product. */
                product: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licensed": true,
                     *       "access": true,
                     *       "reason": "seat",
                     *       "decisive": {
                     *         "type": "SeatAssigned",
                     *         "effectiveAt": "2026-03-02T08:30:00.000Z",
                     *         "recordedAt": "2026-03-02T08:30:00.000Z",
                     *         "actor": "ana",
                     *         "position": 18
                     *       },
                     *       "evidence": [
                     *         {
                     *           "position": 11,
                     *           "type": "EnforcementProgramAnnounced",
                     *           "effectiveAt": "2026-02-27T08:00:00.000Z",
                     *           "recordedAt": "2026-02-27T08:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "programId": "paid-copilot",
                     *             "name": "Copilot becomes paid",
                     *             "products": [
                     *               "copilot"
                     *             ],
                     *             "phases": [
                     *               {
                     *                 "phase": "restricted",
                     *                 "region": "EU",
                     *                 "startsAt": "2030-03-01T00:00:00.000Z"
                     *               }
                     *             ],
                     *             "onOpen": "none"
                     *           }
                     *         },
                     *         {
                     *           "position": 12,
                     *           "type": "EnforcementPhaseRescheduled",
                     *           "effectiveAt": "2026-02-27T08:00:00.000Z",
                     *           "recordedAt": "2026-02-27T08:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": "customers asked",
                     *           "data": {
                     *             "programId": "paid-copilot",
                     *             "phase": "restricted",
                     *             "region": "EU",
                     *             "startsAt": "2030-06-01T00:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "position": 14,
                     *           "type": "UserRegistered",
                     *           "effectiveAt": "2026-03-02T08:30:00.000Z",
                     *           "recordedAt": "2026-03-02T08:30:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "userId": "zoe",
                     *             "name": "Zoe",
                     *             "roles": [
                     *               "agent"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "position": 18,
                     *           "type": "SeatAssigned",
                     *           "effectiveAt": "2026-03-02T08:30:00.000Z",
                     *           "recordedAt": "2026-03-02T08:30:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "role:agent"
                     *           }
                     *         },
                     *         {
                     *           "position": 19,
                     *           "type": "UserRolesChanged",
                     *           "effectiveAt": "2026-03-02T08:30:00.000Z",
                     *           "recordedAt": "2026-03-02T08:30:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "userId": "zoe",
                     *             "roles": [
                     *               "agent",
                     *               "supervisor"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "position": 22,
                     *           "type": "SeatAssigned",
                     *           "effectiveAt": "2026-03-05T10:00:00.000Z",
                     *           "recordedAt": "2026-03-05T10:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "manual"
                     *           }
                     *         },
                     *         {
                     *           "position": 23,
                     *           "type": "SeatReleased",
                     *           "effectiveAt": "2026-03-06T09:00:00.000Z",
                     *           "recordedAt": "2026-03-06T09:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "manual"
                     *           }
                     *         },
                     *         {
                     *           "position": 24,
                     *           "type": "SeatAssigned",
                     *           "effectiveAt": "2026-03-06T09:00:00.000Z",
                     *           "recordedAt": "2026-03-06T09:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "manual"
                     *           }
                     *         },
                     *         {
                     *           "position": 26,
                     *           "type": "SeatReleased",
                     *           "effectiveAt": "2026-03-06T09:00:00.000Z",
                     *           "recordedAt": "2026-03-06T09:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "role:agent"
                     *           }
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/users/zoe/products/copilot/explanation?at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41"
                     *     }
                     */
                    "application/json": components["schemas"]["Explain"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    history: {
        parameters: {
            query?: {
                /** @description The user, in the account. */
                userId?: string;
                /** @description The product. */
                product?: string;
                /** @description Events effective at or after this instant. */
                from?: string;
                /** @description Events effective before this instant. */
                to?: string;
                /** @description How things stood at this instant (default: knownAt). */
                at?: string;
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
                /** @description Items a page. */
                limit?: number;
                /** @description As the page before gave it in next; it holds the bounds, so it is sent without them. */
                cursor?: string;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         {
                     *           "position": 14,
                     *           "type": "UserRegistered",
                     *           "effectiveAt": "2026-03-02T08:30:00.000Z",
                     *           "recordedAt": "2026-03-02T08:30:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "userId": "zoe",
                     *             "name": "Zoe",
                     *             "roles": [
                     *               "agent"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "position": 18,
                     *           "type": "SeatAssigned",
                     *           "effectiveAt": "2026-03-02T08:30:00.000Z",
                     *           "recordedAt": "2026-03-02T08:30:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "role:agent"
                     *           }
                     *         },
                     *         {
                     *           "position": 19,
                     *           "type": "UserRolesChanged",
                     *           "effectiveAt": "2026-03-02T08:30:00.000Z",
                     *           "recordedAt": "2026-03-02T08:30:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "userId": "zoe",
                     *             "roles": [
                     *               "agent",
                     *               "supervisor"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "position": 22,
                     *           "type": "SeatAssigned",
                     *           "effectiveAt": "2026-03-05T10:00:00.000Z",
                     *           "recordedAt": "2026-03-05T10:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "manual"
                     *           }
                     *         },
                     *         {
                     *           "position": 23,
                     *           "type": "SeatReleased",
                     *           "effectiveAt": "2026-03-06T09:00:00.000Z",
                     *           "recordedAt": "2026-03-06T09:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "manual"
                     *           }
                     *         },
                     *         {
                     *           "position": 24,
                     *           "type": "SeatAssigned",
                     *           "effectiveAt": "2026-03-06T09:00:00.000Z",
                     *           "recordedAt": "2026-03-06T09:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "manual"
                     *           }
                     *         },
                     *         {
                     *           "position": 26,
                     *           "type": "SeatReleased",
                     *           "effectiveAt": "2026-03-06T09:00:00.000Z",
                     *           "recordedAt": "2026-03-06T09:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": null,
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "zoe",
                     *             "source": "role:agent"
                     *           }
                     *         }
                     *       ],
                     *       "at": "2026-04-02T09:00:00.000Z",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/history?userId=zoe&limit=100&at=2026-04-02T09%3A00%3A00.000Z&knownAt=2026-04-02T09%3A00%3A00.000Z&position=41",
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFoundOrProductNotFound"];
            409: components["responses"]["PositionNotReached"];
            422: components["responses"]["KnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    invoice: {
        parameters: {
            query?: {
                /** @description As was known at this instant (default: now). */
                knownAt?: string;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
                /** @description A billing period that fits the account: a month, a quarter or a year. */
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "acme",
                     *       "period": "2026-03",
                     *       "currency": "EUR",
                     *       "provisional": false,
                     *       "lines": [
                     *         {
                     *           "month": "2026-03",
                     *           "product": "copilot",
                     *           "kind": "licences",
                     *           "quantity": 20,
                     *           "unitPrice": "49.90",
                     *           "amount": "998.00"
                     *         },
                     *         {
                     *           "month": "2026-03",
                     *           "product": "minutes",
                     *           "kind": "subscription",
                     *           "quantity": 1,
                     *           "unitPrice": "20",
                     *           "amount": "20.00"
                     *         }
                     *       ],
                     *       "subtotal": "1018.00",
                     *       "knownAt": "2026-04-02T09:00:00.000Z",
                     *       "position": 41,
                     *       "permalink": "/v1/accounts/acme/invoices/2026-03?knownAt=2026-04-02T09%3A00%3A00.000Z&position=41"
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            409: components["responses"]["PositionNotReachedOrPriceMissing"];
            422: components["responses"]["InvalidPeriodOrKnownInFuture"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    RecordBatch: {
        parameters: {
            query?: {
                /** @description Checks and answers what the command would do, and records nothing. */
                preview?: boolean;
            };
            header?: {
                /** @description The command's id: sent again, it answers what it answered, and is recorded once. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the last command on the account answered, or its revision in quotes. */
                "If-Match"?: string;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordBatch"];
            };
        };
        responses: {
            /** @description Recorded (durably), or what the preview says. */
            200: {
                headers: {
                    /** @description The account's revision, for If-Match. */
                    ETag?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         "UserRegistered",
                     *         "SeatAssigned",
                     *         "SeatAssigned"
                     *       ],
                     *       "position": 46,
                     *       "revision": 32
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            409: components["responses"]["PartsRefused"];
            412: components["responses"]["RevisionConflict"];
            413: components["responses"]["AppendTooLargeOrBodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandIdReusedOrTooManyEvents"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["OutcomeUnknownOrUnavailable"];
        };
    };
    bearer: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bearer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "actor": "ana",
                     *       "accounts": "*"
                     *     }
                     */
                    "application/json": components["schemas"]["Bearer"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    events: {
        parameters: {
            query?: {
                /** @description Events a page. */
                limit?: number;
                /** @description No event after this position of the log. One that is not reached yet is waited for, for a bounded time. */
                position?: number;
                /** @description The events after this position of the log (default: 0, from the first on). */
                after?: number;
            };
            header?: {
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, with their bound. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         {
                     *           "position": 44,
                     *           "id": "d6322828-3499-5b3f-8885-013150dd9b23",
                     *           "stream": "account-acme",
                     *           "revision": 30,
                     *           "type": "UserRegistered",
                     *           "version": 1,
                     *           "effectiveAt": "2026-03-03T08:00:00.000Z",
                     *           "recordedAt": "2026-04-02T09:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": "from the old system",
                     *           "commandId": "import-4711",
                     *           "data": {
                     *             "userId": "max",
                     *             "name": "Max Low",
                     *             "roles": [
                     *               "agent"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "position": 45,
                     *           "id": "41d9e566-4648-53f0-8c7d-ccb8018b35c2",
                     *           "stream": "account-acme",
                     *           "revision": 31,
                     *           "type": "SeatAssigned",
                     *           "version": 1,
                     *           "effectiveAt": "2026-03-03T08:00:00.000Z",
                     *           "recordedAt": "2026-04-02T09:00:00.000Z",
                     *           "actor": "ana",
                     *           "reason": "from the old system",
                     *           "commandId": "import-4711",
                     *           "data": {
                     *             "product": "copilot",
                     *             "userId": "max",
                     *             "source": "role:agent"
                     *           }
                     *         }
                     *       ],
                     *       "position": 46,
                     *       "permalink": "/v1/events?after=43&limit=2&position=46",
                     *       "next": "/v1/events?after=45&limit=2&position=46"
                     *     }
                     */
                    "application/json": components["schemas"]["Events"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["PositionNotReached"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    changes: {
        parameters: {
            query?: {
                /** @description The events after this position of the log (default: 0, all of them). */
                after?: number;
            };
            header?: {
                /** @description The id of the last event seen, as a reader that was cut off sends it by itself; it counts, not after. */
                "Last-Event-ID"?: number;
                /** @description What the request belongs to: logs have it, and the events of a command. */
                "X-Correlation-Id"?: components["parameters"]["X-Correlation-Id"];
            };
            path: {
                /** @description The account (tenant). */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
}
