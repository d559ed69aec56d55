import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { sBrackets } from './s-brackets';

itKeepsItsExamples(sBrackets);
