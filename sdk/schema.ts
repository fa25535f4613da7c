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
        Recorded: {
            /** @description Types of the events that it recorded; none where nothing changed. */
            events: string[];
            /** @description Of the last event, or the one it was judged at: ask with it to read this write. */
            position: number;
            /** @description The stream's revision afterwards; of an account, also the ETag. */
            revision: number;
        };
        Previewed: {
            events: {
                type: string;
                /** Format: date-time */
                effectiveAt: string;
                data: {
                    [key: string]: unknown;
                };
            }[];
            /** @description Of each seat-managed product that is touched; account commands only. */
            allocations?: {
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
                } | null;
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
                };
                product: string;
            }[];
            /** @description Of the current period, and of each that changes; account commands only. */
            invoices?: {
                period: string;
                before: ({
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
                } | {
                    /** @enum {string} */
                    refused: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                }) | null;
                after: ({
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
                } | {
                    /** @enum {string} */
                    refused: "invalid-input" | "command-id-reused" | "effective-in-future" | "reason-required" | "known-in-future" | "position-not-reached" | "too-many-events" | "account-not-found" | "account-exists" | "revision-conflict" | "product-not-found" | "product-kind-fixed" | "wrong-product-kind" | "user-exists" | "user-not-found" | "user-inactive" | "role-conflict" | "not-for-sale" | "below-zero" | "licences-in-use" | "pricing-model-unsupported" | "assignment-not-open" | "prerequisite-missing" | "seat-held-by-role" | "seat-required" | "capacity-exceeded" | "subscription-required" | "not-subscribed" | "usage-limit-reached" | "trial-running" | "no-trial" | "program-exists" | "program-not-found" | "phase-not-found" | "phase-already-started" | "phase-in-past" | "invalid-period" | "period-not-over" | "price-missing";
                }) | null;
            }[];
            /** Format: date-time */
            knownAt?: string;
            position: number;
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
                retention: unknown;
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
            code: "account-exists" | "account-not-found" | "append-too-large" | "assignment-not-open" | "below-zero" | "body-too-large" | "capacity-exceeded" | "command-id-reused" | "defect" | "effective-in-future" | "forbidden" | "invalid-input" | "invalid-period" | "known-in-future" | "licences-in-use" | "no-trial" | "not-for-sale" | "not-found" | "not-subscribed" | "outcome-unknown" | "period-not-over" | "phase-already-started" | "phase-in-past" | "phase-not-found" | "position-not-reached" | "prerequisite-missing" | "price-missing" | "pricing-model-unsupported" | "product-kind-fixed" | "product-not-found" | "program-exists" | "program-not-found" | "rate-limited" | "reason-required" | "revision-conflict" | "role-conflict" | "seat-held-by-role" | "seat-required" | "subscription-required" | "too-many-events" | "trial-running" | "unauthenticated" | "unavailable" | "unsupported-media-type" | "usage-limit-reached" | "user-exists" | "user-inactive" | "user-not-found" | "wrong-product-kind";
            errors: {
                field: string;
                expected: string;
            }[];
            requestId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
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
            409: {
                headers: {
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
            413: {
                headers: {
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
            415: {
                headers: {
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
            422: {
                headers: {
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
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `product-not-found`: There is no such product. */
            404: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
            422: {
                headers: {
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
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Programs"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `product-not-found`: There is no such product. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "product-not-found";
                    };
                };
            };
            /** @description `program-exists`: The program is announced already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "program-exists";
                    };
                };
            };
            /**
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `phase-in-past`: A phase cannot start before now.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "phase-in-past" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `program-not-found`: There is no such program.
             *
             *     `phase-not-found`: The program has no such phase for the region.
             */
            404: {
                headers: {
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
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "phase-already-started";
                    };
                };
            };
            /**
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `phase-in-past`: A phase cannot start before now.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "phase-in-past" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `account-not-found`: There is no such account. */
            404: {
                headers: {
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
            409: {
                headers: {
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
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `account-not-found`: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `account-not-found`: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found";
                    };
                };
            };
            /**
             * @description `user-exists`: The user is registered already.
             *
             *     `capacity-exceeded`: There are not enough licences.
             *
             *     `not-for-sale`: The product is not on sale.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "capacity-exceeded" | "not-for-sale" | "user-exists";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
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
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "capacity-exceeded" | "not-for-sale";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "user-not-found";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
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
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "capacity-exceeded" | "not-for-sale";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "capacity-exceeded" | "not-for-sale" | "role-conflict" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /** @description `wrong-product-kind`: The product is of another kind than this is for. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `not-for-sale`: The product is not on sale.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "not-for-sale" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `below-zero`: More licences would go than there are.
             *
             *     `licences-in-use`: Licences that seats use cannot be given back.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "below-zero" | "licences-in-use" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `licences-in-use`: Licences that seats use cannot be given back.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "licences-in-use" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `not-for-sale`: The product is not on sale.
             *
             *     `licences-in-use`: Licences that seats use cannot be given back.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "licences-in-use" | "not-for-sale" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "assignment-not-open" | "capacity-exceeded" | "not-for-sale" | "prerequisite-missing" | "pricing-model-unsupported" | "seat-required" | "user-inactive" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "assignment-not-open" | "capacity-exceeded" | "not-for-sale" | "prerequisite-missing" | "pricing-model-unsupported" | "user-inactive" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "seat-held-by-role" | "seat-required" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `prerequisite-missing`: What the product requires is not there.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "prerequisite-missing" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `subscription-required`: Another subscription requires this one.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "subscription-required" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /** @description `wrong-product-kind`: The product is of another kind than this is for. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `not-subscribed`: The account is not subscribed to the product.
             *
             *     `usage-limit-reached`: The month's usage limit is reached.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "not-subscribed" | "usage-limit-reached" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /** @description `wrong-product-kind`: The product is of another kind than this is for. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `trial-running`: A trial of the product is running.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "trial-running" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `wrong-product-kind`: The product is of another kind than this is for.
             *
             *     `no-trial`: No trial of the product is running.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "no-trial" | "wrong-product-kind";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `effective-in-future`: effectiveAt is later than now.
             *
             *     `reason-required`: What is recorded late needs a reason.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "effective-in-future" | "reason-required" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Issued"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `account-not-found`: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "position-not-reached";
                    };
                };
            };
            /**
             * @description `known-in-future`: knownAt is later than now.
             *
             *     `invalid-period`: The period does not fit the account's billing.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "invalid-period" | "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["Previewed"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `account-not-found`: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found";
                    };
                };
            };
            /**
             * @description `period-not-over`: The period is not over.
             *
             *     `price-missing`: No price is known for what is to be billed.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "period-not-over" | "price-missing";
                    };
                };
            };
            /** @description `revision-conflict`: The account has changed since it was read. */
            412: {
                headers: {
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
             * @description `body-too-large`: The body is too large.
             *
             *     `append-too-large`: The command would record more at once than the log takes.
             */
            413: {
                headers: {
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
            415: {
                headers: {
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
             *
             *     `invalid-period`: The period does not fit the account's billing.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "command-id-reused" | "invalid-period" | "too-many-events";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
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
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "outcome-unknown" | "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `account-not-found`: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its bounds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Products"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phases"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `program-not-found`: There is no such program. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "program-not-found";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allocation"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `position-not-reached`: The log does not reach the position asked about.
             *
             *     `wrong-product-kind`: The product is of another kind than this is for.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "position-not-reached" | "wrong-product-kind";
                    };
                };
            };
            /** @description `known-in-future`: knownAt is later than now. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holdings"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `position-not-reached`: The log does not reach the position asked about.
             *
             *     `wrong-product-kind`: The product is of another kind than this is for.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "position-not-reached" | "wrong-product-kind";
                    };
                };
            };
            /** @description `known-in-future`: knownAt is later than now. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Peak"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /**
             * @description `position-not-reached`: The log does not reach the position asked about.
             *
             *     `wrong-product-kind`: The product is of another kind than this is for.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "position-not-reached" | "wrong-product-kind";
                    };
                };
            };
            /** @description `known-in-future`: knownAt is later than now. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Features"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `user-not-found`: There is no such user in the account.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "user-not-found";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explain"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /**
             * @description `account-not-found`: There is no such account.
             *
             *     `product-not-found`: There is no such product.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found" | "product-not-found";
                    };
                };
            };
            /** @description `position-not-reached`: The log does not reach the position asked about. */
            409: {
                headers: {
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
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description `invalid-input`: What was sent is not what is expected. */
            400: {
                headers: {
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
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `account-not-found`: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account-not-found";
                    };
                };
            };
            /**
             * @description `position-not-reached`: The log does not reach the position asked about.
             *
             *     `price-missing`: No price is known for what is to be billed.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "position-not-reached" | "price-missing";
                    };
                };
            };
            /**
             * @description `known-in-future`: knownAt is later than now.
             *
             *     `invalid-period`: The period does not fit the account's billing.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "invalid-period" | "known-in-future";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    bearer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bearer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bearer"];
                };
            };
            /** @description `unauthenticated`: The request carries no valid token. */
            401: {
                headers: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
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
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "defect";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer for now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
}
