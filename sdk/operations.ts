/** Generated from apps/api/openapi.json by `npm run openapi`. */
export const OPERATIONS = {
  "DefineProduct": {
    "method": "put",
    "path": "/v1/products/{product}",
    "inPath": [
      "product"
    ]
  },
  "ChangeSale": {
    "method": "put",
    "path": "/v1/products/{product}/sale",
    "inPath": [
      "product"
    ]
  },
  "SetPrice": {
    "method": "post",
    "path": "/v1/products/{product}/prices",
    "inPath": [
      "product"
    ]
  },
  "AnnounceProgram": {
    "method": "post",
    "path": "/v1/programs",
    "inPath": []
  },
  "programs": {
    "method": "get",
    "path": "/v1/programs",
    "inPath": [],
    "pages": "programs",
    "pageSizeMax": 1000
  },
  "ReschedulePhase": {
    "method": "post",
    "path": "/v1/programs/{programId}/reschedulings",
    "inPath": [
      "programId"
    ]
  },
  "OpenAccount": {
    "method": "post",
    "path": "/v1/accounts",
    "inPath": []
  },
  "accounts": {
    "method": "get",
    "path": "/v1/accounts",
    "inPath": [],
    "pages": "accounts",
    "pageSizeMax": 1000
  },
  "ChangePricingModel": {
    "method": "put",
    "path": "/v1/accounts/{accountId}/pricing-model",
    "inPath": [
      "accountId"
    ]
  },
  "RegisterUser": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/users",
    "inPath": [
      "accountId"
    ]
  },
  "overview": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/users",
    "inPath": [
      "accountId"
    ],
    "pages": "users",
    "pageSizeMax": 1000
  },
  "ChangeRoles": {
    "method": "put",
    "path": "/v1/accounts/{accountId}/users/{userId}/roles",
    "inPath": [
      "accountId",
      "userId"
    ]
  },
  "DeactivateUser": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/users/{userId}/deactivations",
    "inPath": [
      "accountId",
      "userId"
    ]
  },
  "ReactivateUser": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/users/{userId}/reactivations",
    "inPath": [
      "accountId",
      "userId"
    ]
  },
  "LinkRole": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/role-links",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "UnlinkRole": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/role-unlinks",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "PurchaseLicenses": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/purchases",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "ReduceLicenses": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/reductions",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "SetCommitment": {
    "method": "put",
    "path": "/v1/accounts/{accountId}/products/{product}/commitment",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "ChangeLicenses": {
    "method": "put",
    "path": "/v1/accounts/{accountId}/licences",
    "inPath": [
      "accountId"
    ]
  },
  "AssignSeats": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/seats",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "SaveSeats": {
    "method": "put",
    "path": "/v1/accounts/{accountId}/products/{product}/seats",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "ReleaseSeats": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/seat-releases",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "Subscribe": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/subscriptions",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "Unsubscribe": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/unsubscriptions",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "SetUsageLimit": {
    "method": "put",
    "path": "/v1/accounts/{accountId}/products/{product}/usage-limit",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "RecordUsage": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/usage",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "SetRetention": {
    "method": "put",
    "path": "/v1/accounts/{accountId}/products/{product}/retention",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "StartTrial": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/trials",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "EndTrial": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/products/{product}/trial-ends",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "IssueInvoice": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/invoices/{period}/documents",
    "inPath": [
      "accountId",
      "period"
    ]
  },
  "issued": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/invoices/{period}/documents",
    "inPath": [
      "accountId",
      "period"
    ]
  },
  "account": {
    "method": "get",
    "path": "/v1/accounts/{accountId}",
    "inPath": [
      "accountId"
    ]
  },
  "products": {
    "method": "get",
    "path": "/v1/products",
    "inPath": [],
    "pages": "products",
    "pageSizeMax": 1000
  },
  "phases": {
    "method": "get",
    "path": "/v1/programs/{programId}/phases",
    "inPath": [
      "programId"
    ]
  },
  "allocation": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/products/{product}/allocation",
    "inPath": [
      "accountId",
      "product"
    ]
  },
  "holdings": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/products/{product}/holdings",
    "inPath": [
      "accountId",
      "product"
    ],
    "pages": "holdings",
    "pageSizeMax": 1000
  },
  "peak": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/products/{product}/peaks/{month}",
    "inPath": [
      "accountId",
      "product",
      "month"
    ]
  },
  "features": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/users/{userId}/features",
    "inPath": [
      "accountId",
      "userId"
    ]
  },
  "explain": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/users/{userId}/products/{product}/explanation",
    "inPath": [
      "accountId",
      "userId",
      "product"
    ]
  },
  "history": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/history",
    "inPath": [
      "accountId"
    ],
    "pages": "events",
    "pageSizeMax": 1000
  },
  "invoice": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/invoices/{period}",
    "inPath": [
      "accountId",
      "period"
    ]
  },
  "RecordBatch": {
    "method": "post",
    "path": "/v1/accounts/{accountId}/batches",
    "inPath": [
      "accountId"
    ]
  },
  "bearer": {
    "method": "get",
    "path": "/v1/bearer",
    "inPath": []
  },
  "events": {
    "method": "get",
    "path": "/v1/events",
    "inPath": [],
    "pages": "events",
    "pageSizeMax": 1000
  },
  "changes": {
    "method": "get",
    "path": "/v1/accounts/{accountId}/changes",
    "inPath": [
      "accountId"
    ],
    "isStream": true
  }
} as const;
