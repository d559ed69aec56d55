import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nScope } from './n-scope';

itKeepsItsExamples(nScope);
